import { expect } from 'chai'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { daysToCarryOut } from '../retention/deletion.js'
import { loadNotice, readNotice } from './notice.js'
import { purposes, unenforcedIn } from './purposes.js'

const asked = Object.entries(purposes).flatMap(([purpose, one]) =>
  one.asked === 'never' ? [] : [[purpose, one] as const],
)

describe('the purposes of a consent', () => {
  it('that stand in the notice are enforced, and no other stands there', () => {
    const notice = loadNotice()

    expect(unenforcedIn(notice)).to.deep.equal([])
    expect(notice.purposes.map(({ purpose }) => purpose).sort()).to.deep.equal(asked.map(([purpose]) => purpose).sort())
  })

  it('stop the start when nobody enforces one', () => {
    const older = new URL('./data/notice-2026-11.yaml', import.meta.url)

    expect(unenforcedIn(readNotice(older))).to.deep.equal(['face-identity'])
    expect(() => loadNotice(older)).to.throw(/face-identity/)
  })

  for (const [purpose, { enforcedIn, heldBy }] of asked) {
    it(`${purpose}: each place asks for it by its name`, () => {
      expect(enforcedIn).not.to.deep.equal([])
      for (const file of enforcedIn) expect(readFileSync(file, 'utf8'), file).to.contain(`'${purpose}'`)
    })

    it(`${purpose}: each test that holds it is there`, () => {
      expect(heldBy).not.to.deep.equal([])
      for (const { file, title } of heldBy) {
        expect(existsSync(file), file).to.equal(true)
        expect(readFileSync(file, 'utf8'), file).to.contain(`it('${title}'`)
      }
    })
  }
})

describe('the notices', () => {
  it('send nobody to a person for what the app offers, and promise its own time', () => {
    const text = loadNotice().sections.at(-1)!.text
    const askedOfPeople = text.zh.split('。').filter((sentence) => sentence.includes('请联系'))

    expect(askedOfPeople.join())
      .to.contain('更正')
      .and.not.to.match(/删除|再看/)
    expect(text.zh).to.contain(`${daysToCarryOut} 天内`)
    expect(text.en).to.contain(`within ${daysToCarryOut} days`)
  })

  it('can all be read, each under its own version', () => {
    const folder = new URL('./data/', import.meta.url)
    const versions = readdirSync(folder).map((file) => `notice-${readNotice(new URL(file, folder)).version}.yaml`)

    expect(versions).to.deep.equal(readdirSync(folder))
    expect(new Set(versions).size).to.equal(versions.length)
  })
})
