import { expect } from 'chai'
import { dateFormat } from './dates.js'

const closesAt = '2026-11-28T10:00:00Z'
const now = Date.parse('2026-11-22T02:00:00Z')

describe('dates on the phone', () => {
  it('stand in the organisation’s zone, whatever the phone’s is', () => {
    expect(dateFormat('zh', 'Asia/Shanghai').dayAndTime(closesAt)).to.equal('11 月 28 日 18:00')
    expect(dateFormat('en', 'Asia/Shanghai').dayAndTime(closesAt)).to.equal('28 Nov 18:00')
    expect(dateFormat('zh', 'UTC').dayAndTime(closesAt)).to.equal('11 月 28 日 10:00')
  })

  it('say 今天 for today by that zone’s calendar', () => {
    const zh = dateFormat('zh', 'Asia/Shanghai')

    expect(zh.relative('2026-11-21T16:30:00Z', now)).to.equal('今天 00:30')
    expect(zh.relative('2026-11-21T15:30:00Z', now)).to.equal('11 月 21 日 23:30')
    expect(zh.relative('2025-12-31T16:30:00Z', now)).to.equal('1 月 1 日 00:30')
    expect(zh.relative('2025-12-31T15:30:00Z', now)).to.equal('2025-12-31 23:30')
  })

  it('are short inside a sentence', () => {
    expect(dateFormat('zh', 'Asia/Shanghai').short('2026-11-22T02:21:00Z', now)).to.equal('10:21')
    expect(dateFormat('zh', 'Asia/Shanghai').short(closesAt, now)).to.equal('11 月 28 日 18:00')
  })

  it('fall back to Shanghai for a zone that is not known here', () => {
    expect(dateFormat('zh', 'Mars/Olympus').day(closesAt)).to.equal('2026-11-28')
  })
})
