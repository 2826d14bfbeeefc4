import { expect } from 'chai'
import fs from 'node:fs'
import path from 'node:path'
import { roles } from '../shared/contracts/staff.js'
import { guideImages } from './guide-images.js'

const folder = path.join('docs', 'guides')
const readers = ['candidate', ...roles]
const languages = ['zh', 'en'] as const
const mostBytes = 300_000
const texts = [
  'scripts/doctor',
  'miniprogram/i18n',
  'server/console',
  'server/features',
  'server/sandbox/page',
  'shared/state-words',
]
/** Put together from two texts. */
const composed = ['换成语音作答']
let words: string | undefined

const textOf = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')
const imagesIn = (text: string) =>
  [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => path.join(folder, file!))
const linksIn = (text: string) =>
  [...text.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => path.join(folder, file!))
/** What somebody is told to look for on a page: in Chinese within 「」, in English within straight quotation marks. */
const namesIn = (text: string) =>
  [...text.matchAll(/「([^」]+)」|"([^"]+)"/g)].map(([, zh, en]) => (zh ?? en!).replace(/\s+/g, ' '))
const shapeOf = (text: string) =>
  text.split('\n').flatMap((line) => /^(## |!\[|\| |- |```|<img)/.exec(line)?.[0].trim() ?? [])
const all = ['index', ...readers].flatMap((name) => languages.map((language) => `${name}.${language}.md`))

describe('the guides', () => {
  it('exist for every role in both languages, and nothing else does', () => {
    expect(fs.readdirSync(folder).sort()).to.deep.equal([...all].sort())
  })

  for (const name of all) {
    it(`${name} shows pictures and links that exist`, () => {
      const broken = [...imagesIn(textOf(name)), ...linksIn(textOf(name))].filter((file) => !fs.existsSync(file))

      expect(broken).to.deep.equal([])
    })
  }

  it('are built alike in both languages: the same sections, tables, lists and pictures, in the same order', () => {
    for (const name of ['index', ...readers]) {
      const [zh, en] = languages.map((language) => textOf(`${name}.${language}.md`)) as [string, string]

      expect(shapeOf(en), name).to.deep.equal(shapeOf(zh))
      expect(
        imagesIn(en).map((file) => file.replace('.en.png', '.zh.png')),
        name,
      ).to.deep.equal(imagesIn(zh))
    }
  })

  for (const name of all) {
    it(`${name} names what stands on a page`, () => {
      const spoken = everySpokenWord()
      const unknown = namesIn(textOf(name)).filter(
        (one) => !composed.includes(one) && !spoken.includes(one.replace(/…$/, '')),
      )

      expect(unknown).to.deep.equal([])
    })
  }

  for (const readme of ['README.md', 'README.zh-CN.md']) {
    it(`lend ${readme} its pictures`, () => {
      const shown = fs.readFileSync(readme, 'utf8').match(/docs\/images\/[^)"]+/g) ?? []

      expect(shown).to.have.length(5)
      expect(shown.filter((file) => !fs.existsSync(file))).to.deep.equal([])
    })
  }

  it('are reached from the index', () => {
    for (const language of languages) {
      const linked = linksIn(textOf(`index.${language}.md`))

      expect(linked).to.include.members(readers.map((name) => path.join(folder, `${name}.${language}.md`)))
    }
  })

  it('keep no picture that nobody shows, and none that is large', () => {
    const shown = new Set(all.flatMap((name) => imagesIn(textOf(name))))
    const kept = fs.readdirSync(guideImages).map((file) => path.join(guideImages, file))

    expect(kept.filter((file) => !shown.has(file))).to.deep.equal([])
    expect(kept.filter((file) => fs.statSync(file).size > mostBytes)).to.deep.equal([])
  })
})

/** Wherever texts for people stand, as one string. */
function everySpokenWord(): string {
  words ??= texts
    .flatMap((where) =>
      fs
        .readdirSync(where, { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|yaml)$/.test(file) && !/\.(test|access)\.ts$/.test(file))
        .filter((file) => !where.startsWith('server') || /(texts|i18n|data)(\.ts$|\/)/.test(file))
        .map((file) => fs.readFileSync(path.join(where, file), 'utf8')),
    )
    .join('\n')
  return words
}
