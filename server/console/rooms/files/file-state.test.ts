import { expect } from 'chai'
import type { DataFileRow } from '../../../../shared/contracts/data-files.js'
import { byKind, faultsByField, lineRange, type Fault } from './file-state.js'

const fault = (at?: string): Fault => ({
  line: 1,
  column: 1,
  message: { zh: '错', en: 'wrong' },
  fix: { zh: '', en: '' },
  ...(at !== undefined && { at }),
})

describe('a data file on its page', () => {
  it('shows a fault beside its field and beside what holds it, never beside a neighbour', () => {
    const of = faultsByField([fault('rounds.1.weight'), fault('rounds.10'), fault()])

    expect(
      [of('rounds.1.weight'), of('rounds.1'), of('rounds'), of('rounds.1.name')].map(({ length }) => length),
    ).to.deep.equal([1, 1, 2, 0])
  })

  it('finds a line to go to, also one that is not there', () => {
    expect(lineRange('ab\ncde\n', 2)).to.deep.equal({ start: 3, end: 6 })
    expect(lineRange('ab\ncde', 99)).to.deep.equal({ start: 3, end: 6 })
    expect(lineRange('', 0)).to.deep.equal({ start: 0, end: 0 })
  })

  it('stands among its kind, positions first', () => {
    const row = (kind: DataFileRow['kind'], fileId: string) => ({ kind, fileId }) as DataFileRow

    expect(
      byKind([row('organisation', 'o'), row('position', 'b'), row('position', 'a')]).map(({ kind, files }) => [
        kind,
        ...files.map(({ fileId }) => fileId),
      ]),
    ).to.deep.equal([
      ['position', 'b', 'a'],
      ['organisation', 'o'],
    ])
  })
})
