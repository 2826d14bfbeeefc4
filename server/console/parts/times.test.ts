import { expect } from 'chai'
import { fromField, longTime, shortTime, toField } from './times.js'

const zone = 'Asia/Shanghai'

describe('times in the console', () => {
  it('are told in the zone of the organisation, with the year only when it is another one', () => {
    const now = '2026-11-22T12:00:00.000Z'

    expect(shortTime('2026-11-22T02:19:00.000Z', { zone, now })).to.equal('11-22 10:19')
    expect(shortTime('2025-12-31T16:30:00.000Z', { zone, now })).to.equal('01-01 00:30')
    expect(shortTime('2025-12-31T15:30:00.000Z', { zone, now })).to.equal('2025-12-31 23:30')
    expect(longTime('2026-11-30T06:00:00.000Z', { zone, language: 'zh' })).to.equal('2026年11月30日星期一 14:00')
  })

  it('go through a field and back, also where clocks change', () => {
    expect(toField('2026-11-30T06:00:00.000Z', zone)).to.equal('2026-11-30T14:00')
    expect(fromField('2026-11-30T14:00', zone)).to.equal('2026-11-30T06:00:00.000Z')
    expect(fromField('2026-07-01T09:00', 'Europe/Berlin')).to.equal('2026-07-01T07:00:00.000Z')
    expect(fromField('2026-12-01T09:00', 'Europe/Berlin')).to.equal('2026-12-01T08:00:00.000Z')
    expect(fromField('2026-13-40T09:00', zone)).to.equal(undefined)
    expect(fromField('', zone)).to.equal(undefined)
  })
})
