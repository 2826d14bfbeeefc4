/** Names are masked by one function and phones and addresses by one, so that the same person looks the same wherever they stand. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { maskContact } from '../miniprogram/services/mask-contact.js'
import { maskName } from '../server/features/notifications/index.js'

const theTwo = ['server/features/notifications/mask-name.ts', 'miniprogram/services/mask-contact.ts']

describe('what is masked', () => {
  it('is a phone but for its first three and last four digits, an address but for two signs and where it is', () => {
    expect(maskContact('13800138000')).to.equal('138****8000')
    expect(maskContact('wang.xiaoming@example.com')).to.equal('wa***@example.com')
  })

  it('is a name but for what those recognise who know it', () => {
    expect([maskName('王小明'), maskName('李雷'), maskName('Jane Smith')]).to.deep.equal(['王*明', '李*', 'J*** S***'])
  })

  it('is masked in two places, and in no third', () => {
    const own = ['server', 'miniprogram', 'shared', 'scripts'].flatMap(filesBelow).filter(masks)

    expect(own.sort()).to.deep.equal([...theTwo].sort())
  })
})

/** Stars that stand for signs: three or more in a string, or one between what is filled in; two make Markdown bold. */
const masks = (file: string): boolean =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !/^\s*(\/?\*|\/\/)/.test(line))
    .some((line) => /['"`][^'"`]*\*{3,}[^'"`]*['"`]|\}\*(?![*/])[^`]*`|['"`][*＊•]['"`]\.repeat/.test(line))

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue|wxml)$/.test(entry.name) && !/\.test\.ts$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
}
