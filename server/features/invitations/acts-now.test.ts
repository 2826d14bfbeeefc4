import { expect } from 'chai'
import { actsNow } from './acts-now.js'
import { maxWrongTails, type Invitation } from './invitation.js'

const now = new Date('2026-11-25T12:00:00Z')
const invitation = (changes: Partial<Invitation> = {}) =>
  ({ status: 'sent', closesAt: new Date('2026-11-26T12:00:00Z'), wrongTails: 0, ...changes }) as Invitation

describe('what staff may do to an invitation as it stands', () => {
  const acts = (changes: Partial<Invitation> = {}, begun = false) =>
    actsNow(invitation(changes), { now, begun }).join(' ')

  it('is to send, remind, extend and revoke while nobody has begun', () => {
    expect(acts()).to.equal('resend remind extend revoke')
  })

  it('is to unlock it only when it is locked, and to unbind it only when it belongs to a WeChat', () => {
    expect(acts({ status: 'opened', wrongTails: maxWrongTails })).to.equal('resend remind extend unlock revoke')
    expect(acts({ status: 'opened', boundOpenid: 'o1' })).to.equal('resend remind extend unbind revoke')
  })

  it('is to extend it when its time is over and nobody has noted that yet', () => {
    expect(acts({ closesAt: now })).to.equal('extend revoke')
  })

  it('is to open it again when it is over, unless its interview was begun', () => {
    expect(acts({ status: 'revoked' })).to.equal('reopen')
    expect(acts({ status: 'expired' })).to.equal('reopen')
    expect(acts({ status: 'expired' }, true)).to.equal('')
  })

  it('is nothing once the interview runs or is done', () => {
    expect([acts({ status: 'started' }), acts({ status: 'completed' })]).to.deep.equal(['', ''])
  })
})
