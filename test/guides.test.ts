import { expect } from 'chai'
import fs from 'node:fs'
import path from 'node:path'
import { roles } from '../shared/contracts/staff.js'
import { guideImages } from './guide-images.js'

const folder = path.join('docs', 'guides')
const readers = ['candidate', ...roles]
const languages = ['zh', 'en'] as const
const mostBytes = 300_000

const textOf = (name: string) => fs.readFileSync(path.join(folder, name), 'utf8')
const imagesIn = (text: string) =>
  [...text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => path.join(folder, file!))
const linksIn = (text: string) =>
  [...text.matchAll(/(?<!!)\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => path.join(folder, file!))
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

  it('are as long in one language as in the other: the same sections, the same pictures', () => {
    for (const name of ['index', ...readers]) {
      const [zh, en] = languages.map((language) => textOf(`${name}.${language}.md`)) as [string, string]

      expect(en.match(/^## /gm)?.length, name).to.equal(zh.match(/^## /gm)?.length)
      expect(
        imagesIn(en).map((file) => file.replace('.en.png', '.zh.png')),
        name,
      ).to.deep.equal(imagesIn(zh))
    }
  })

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
