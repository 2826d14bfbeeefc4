import { expect } from 'chai'
import { momentOf, queryFrom, subjectText } from './audit-state.js'

describe('the audit trail on its page', () => {
  const nothing = { from: '', to: '', actor: '', action: '', subject: '', result: '' }

  it('asks for what was filled in, with times of the organisation', () => {
    expect(queryFrom({ ...nothing, from: '2026-11-22T10:00', to: '2026-11', result: 'refused' }, 'Asia/Shanghai'))
      .to.deep.equal({ from: '2026-11-22T02:00:00.000Z', result: 'refused' })
    expect(queryFrom(nothing, 'Asia/Shanghai')).to.deep.equal({})
  })

  it('shows an entry to the second and by its ids', () => {
    expect(momentOf('2026-11-22T02:00:07Z', 'Asia/Shanghai')).to.equal('2026-11-22 10:00:07')
    expect([subjectText({ subject: { kind: 'report', id: 'r1' } }), subjectText({})]).to.deep.equal(['report r1', '–'])
  })
})
