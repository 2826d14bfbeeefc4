import { expect } from 'chai'
import { lintMiniprogram } from './lint.js'
import { FIXTURE, tempProject } from './testing/temp-project.js'

describe('linting a mini-program', function () {
  this.timeout(20_000)

  async function problemsOf(files: Record<string, string>) {
    const project = tempProject(files)
    try {
      const { problems } = await lintMiniprogram(project.root)
      return problems.map(({ path, startLine, message }) => `${path}:${startLine + 1} ${message}`)
    } finally {
      project.remove()
    }
  }

  const detail = (wxml: string) => problemsOf({ 'pages/detail/detail.wxml': wxml })

  it('finds nothing in the fixture', async () => {
    const { problems, bytes } = await lintMiniprogram(FIXTURE)

    expect(problems).to.deep.equal([])
    expect(bytes['main']).to.be.within(100_000, 2_000_000)
  })

  it('takes a missing end tag, a mere warning of the compiler, as an error', async () => {
    const problems = await detail('<view>\n<view>{{from}}</view>')

    expect(problems).to.have.length(1)
    expect(problems[0]).to.match(/^pages\/detail\/detail\.wxml:1 .*end tag/i)
  })

  it('finds text that is not in i18n, wherever it is shown', async () => {
    const problems = await detail(
      [
        '<view>开始</view>',
        '<view title="Open it"></view>',
        `<view>{{from ? 'Yes' : from}}</view>`,
        '<!-- 注释 comment -->',
        `<view class="plain text" wx:if="{{from === 'Start'}}">{{from}}: 3</view>`,
      ].join('\n'),
    )

    expect(problems).to.deep.equal([
      'pages/detail/detail.wxml:1 text "开始" belongs in i18n/',
      `pages/detail/detail.wxml:3 text "{{from ? 'Yes' : from}}" belongs in i18n/`,
      'pages/detail/detail.wxml:2 text "Open it" belongs in i18n/',
    ])
  })

  it('finds a misspelt handler, an unknown tag and a page without template', async () => {
    const problems = await problemsOf({
      'pages/detail/detail.wxml': '<t-buton bind:tap="onBakc" />',
      'app.json': '{ "pages": ["pages/home/home", "pages/detail/detail", "pages/gone/gone"] }',
    })

    expect(problems).to.include.members([
      'app.json:1 page "pages/gone/gone" has no .wxml',
      'pages/detail/detail.wxml:1 unknown tag <t-buton> (no built-in, not in usingComponents)',
      'pages/detail/detail.wxml:1 event handler "onBakc" does not exist in detail.ts',
    ])
  })

  it('checks expressions against the types of the page', async () => {
    const problems = await detail('<view>{{texts.missing}}</view>\n<view>{{from.toFixed(2)}}</view>')

    expect(problems).to.have.length(2)
    expect(problems[0]).to.match(/^pages\/detail\/detail\.wxml:1 Property 'missing' does not exist/)
    expect(problems[1]).to.match(/^pages\/detail\/detail\.wxml:2 Property 'toFixed' does not exist on type 'string'/)
  })

  it('refuses a main package above 2 MB', async () => {
    const problems = await problemsOf({ 'assets/large.png': 'x'.repeat(2 * 1024 * 1024) })

    expect(problems).to.have.length(1)
    expect(problems[0]).to.match(/^app\.json:1 main package is about 2\.\d\d MB/)
  })

  it('counts what stands in the folder of another package for that one', async () => {
    const problems = await problemsOf({
      'app.json':
        '{ "pages": ["pages/home/home", "pages/detail/detail"], "subPackages": [{ "root": "more", "pages": [] }] }',
      'more/large.png': 'x'.repeat(2 * 1024 * 1024 + 1),
    })

    expect(problems).to.have.length(1)
    expect(problems[0]).to.match(/^app\.json:1 more package is about 2\.\d\d MB/)
  })
})
