import fs from 'node:fs'
import path from 'node:path'
import { expect } from 'chai'
import { buildMiniprogramWeb, type Built } from './build.js'
import { filesBelow } from './project/files.js'
import { tempProject, type TempProject } from './testing/temp-project.js'

describe('building the mini-program for a browser', () => {
  let project: TempProject
  let built: Built
  let broken: TempProject | undefined

  before(async () => {
    project = tempProject()
    built = await buildMiniprogramWeb({ root: project.root, out: project.out })
  })
  after(() => project.remove())
  afterEach(() => broken?.remove())

  const read = (name: string) => fs.readFileSync(path.join(project.out, name), 'utf8')

  it('takes less than three seconds and finds nothing wrong with the fixture', () => {
    expect(built.problems).to.deep.equal([])
    expect(built.ms).to.be.below(3000)
  })

  it('needs nothing from outside its folder', () => {
    const shown = filesBelow(project.out).filter((file) => /\.(html|css)$/.test(file))
    const texts = shown.map((file) => fs.readFileSync(file, 'utf8')).join('\n')

    expect(texts).not.to.match(/url\(["']?(https?:)?\/\//)
    expect(texts).not.to.match(/(src|href)="\//)
  })

  it('draws TDesign icons from files, those in use only', () => {
    const icons = fs.readdirSync(path.join(project.out, 'icons'))

    expect(icons).to.include('info-circle.svg').and.include('time.svg')
    expect(icons.length).to.be.below(400)
    expect(read('app.css')).to.include('url("icons/info-circle.svg")').and.not.include('gtimg.com')
    expect(read('icons/time.svg')).to.include('viewBox=')
  })

  it('keeps the styles of a page to that page, and rpx to the width of the phone', () => {
    expect(read('app.css')).to.include(':where(wx-page[data-route="pages/detail/detail"]) .card')
    expect(read('app.css')).to.include('width: 50vw')
  })

  it('reports a component that does not exist, and still builds the rest', async () => {
    broken = tempProject({
      'pages/detail/detail.json': '{ "usingComponents": { "t-button": "tdesign-miniprogram/buton/button" } }',
    })

    const { problems } = await buildMiniprogramWeb({ root: broken.root, out: broken.out })

    expect(problems).to.have.length(1)
    expect(problems[0]?.message).to.equal('usingComponents "t-button": "tdesign-miniprogram/buton/button" not found')
  })

  it('reports runtime code from outside miniprogramRoot, which the phone would not have', async () => {
    broken = tempProject({
      'pages/detail/detail.ts': `import { shared } from '../../../shared.js'\nPage({ data: { shared } })`,
    })
    fs.writeFileSync(path.join(broken.root, '..', 'shared.ts'), 'export const shared = 1')

    const { problems } = await buildMiniprogramWeb({ root: broken.root, out: broken.out })

    expect(problems.map(({ message }) => message)).to.deep.equal([
      'code from outside miniprogramRoot; only `import type` may cross',
    ])
  })
})
