/** Whatever stands in a file that somebody hands in: read, or refused at a line, never thrown. */
import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { fuzzInputs, fuzzSeed, inFlatMemory, mutated } from '../../test/builders/fuzz.js'
import { readDataFile } from './read-data-file.js'

const texts = [
  'server/features/accounts/data/jiangnan.yaml',
  'server/features/positions/data/risk-manager.yaml',
  'server/features/notifications/data/messages.yaml',
].map((path) => readFileSync(path, 'utf8').slice(0, 6_000))
const small = [
  'kind: position\nid: teller\ntitle: { zh: 柜员, en: Teller }\n',
  'a: &x [1, 2]\nb: *x\n',
  '- "\\u0000"\n- 1e999\n',
]

describe('data files of any kind', function () {
  this.timeout(120_000 + fuzzInputs * 100)

  it(`are read, or refused at a line (FUZZ_SEED=${fuzzSeed}, ${fuzzInputs} inputs)`, async () => {
    const share = (part: number, seed: number) => ({ numRuns: Math.ceil((fuzzInputs * part) / 2), seed })
    await inFlatMemory((seed) => {
      fc.assert(fc.property(mutated(texts), isReadOrRefused), share(0.3, seed))
      fc.assert(fc.property(mutated(small), isReadOrRefused), share(0.4, seed))
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), isReadOrRefused), share(0.3, seed))
    })
  })
})

function isReadOrRefused(text: string): void {
  const reading = readDataFile({ path: 'fuzz.yaml', text })
  if (reading.kind === 'refused') for (const { line } of reading.problems) expect(line).to.be.greaterThan(0)
}
