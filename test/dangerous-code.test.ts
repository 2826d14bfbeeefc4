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

describe('dangerous code', () => {
  for (const [what, pattern] of Object.entries(forbidden))
    it(`is nowhere: ${what}`, () => {
      expect(product.length).to.be.greaterThan(500)
      expect(product.filter((file) => pattern.test(readFileSync(file, 'utf8')))).to.deep.equal([])
    })
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|vue|wxml)$/.test(name) && !/\.test\.ts$|^server\/sandbox\/|\/testing\//.test(name))
}
