import { expect } from 'chai'
import { reportOf, rowsIn, type LongRow } from './long-report.js'

const row = (name: string, more: Partial<LongRow> = {}): LongRow => ({
  name,
  what: `what ${name} does`,
  figures: 'SEED=1',
  result: '1 passed, 0 failed',
  time: '3 s',
  when: '2026-11-22T02:26Z, load 4.0',
  ...more,
})
const machine = 'Node v20 on linux'

describe('the report of the long tests', () => {
  it('is read again as it was written', () => {
    const rows = [row('one'), row('two')]
    expect(rowsIn(reportOf({ machine, before: [], now: rows, failures: [], order: ['one', 'two'] }))).to.deep.equal(
      rows,
    )
  })

  it('keeps the rows of suites that were not run this time, in the order of the suites', () => {
    const before = [row('two', { when: 'then' }), row('one', { when: 'then' }), row('gone')]
    const text = reportOf({ machine, before, now: [row('one', { when: 'now' })], failures: [], order: ['one', 'two'] })

    expect(rowsIn(text).map(({ name, when }) => `${name} ${when}`)).to.deep.equal(['one now', 'two then'])
  })

  it('says how a suite failed', () => {
    const failures = [{ name: 'one', text: 'expected 1 to equal 2' }]
    expect(reportOf({ machine, before: [], now: [row('one')], failures, order: ['one'] })).to.contain('equal 2')
  })
})
