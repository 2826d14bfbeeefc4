import { expect } from 'chai'
import { actorsOf, momentOf, queryFrom, subjectText } from './audit-state.js'

describe('the audit trail on its page', () => {
  const nothing = { from: '', to: '', actor: '', action: '', subject: '', result: '' }

  it('asks for what was filled in, with times of the organisation', () => {
    expect(
      queryFrom({ ...nothing, from: '2026-11-22T10:00', to: '2026-11', result: 'refused' }, 'Asia/Shanghai'),
    ).to.deep.equal({ from: '2026-11-22T02:00:00.000Z', result: 'refused' })
    expect(queryFrom(nothing, 'Asia/Shanghai')).to.deep.equal({})
  })

  it('offers members by name, and others who stand there by their id', () => {
    const entry = (actor: string) => ({
      at: '',
      actor,
      via: 'console' as const,
      action: '',
      result: 'done' as const,
      segment: '',
      sequence: 1,
    })
    const members = [
      { id: 'm2', name: '周敏' },
      { id: 'm1', name: '李静' },
    ]

    expect(actorsOf({ members, entries: [entry('system'), entry('m1'), entry('unknown:x')] }, 'm9')).to.deep.equal([
      ['m1', '李静'],
      ['m2', '周敏'],
      ['m9', 'm9'],
      ['system', 'system'],
      ['unknown:x', 'unknown:x'],
    ])
    expect(actorsOf({ members, entries: [] }, '')).to.have.length(2)
  })

  it('shows an entry to the second and by its ids', () => {
    expect(momentOf('2026-11-22T02:00:07Z', 'Asia/Shanghai')).to.equal('2026-11-22 10:00:07')
    expect([subjectText({ subject: { kind: 'report', id: 'r1' } }), subjectText({})]).to.deep.equal(['report r1', '–'])
  })
})
