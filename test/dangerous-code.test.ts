/**
 * What the product does without: running text as code, other programs, HTML made of text, certificates that nobody checks, and HTTP
 * that is read leniently. The tests and the sandbox are no part of what a bank runs.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'

const product = ['server', 'shared', 'miniprogram'].flatMap(filesBelow)

const forbidden: Record<string, RegExp> = {
  'text run as code': /\beval\(|new Function\(|from 'node:vm'|\bset(?:Timeout|Interval)\(['"`]/,
  'other programs': /child_process/,
  'HTML made of text': /v-html|(?:inner|outer)HTML|insertAdjacentHTML|document\.write|<rich-text|<web-view/,
  'messages of other windows': /addEventListener\('message'|\bonmessage\b/,
  'unchecked certificates': /rejectUnauthorized|checkServerIdentity/,
  'lenient HTTP': /insecureHTTPParser/,
}

/** A model of the house's own runs in a process of its own, for what is native ends a process: Node and our own file, nothing else. */
const startsItself = 'server/adapters/transcriber/local/apart/start-process.ts'

describe('dangerous code', () => {
  for (const [what, pattern] of Object.entries(forbidden))
    it(`is nowhere: ${what}`, () => {
      expect(product.length).to.be.greaterThan(500)
      const found = product.filter((file) => pattern.test(readFileSync(file, 'utf8')))
      expect(found.filter((file) => what !== 'other programs' || file !== startsItself)).to.deep.equal([])
    })

  it('starts no program but our own file where it starts one at all', () => {
    const source = readFileSync(startsItself, 'utf8')
    expect(source).to.match(/import \{ fork, type ChildProcess \} from 'node:child_process'/)
    expect(source).not.to.match(/spawn|exec\(|execFile|execPath|shell/)
    expect(source).to.contain('fork(fileURLToPath(new URL(entry, import.meta.url))')
  })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|vue|wxml)$/.test(name) && !/\.test\.ts$|^server\/sandbox\/|\/testing\//.test(name))
}
