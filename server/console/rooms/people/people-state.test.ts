import { expect } from 'chai'
import { roles, type MemberForAdmin } from '../../../../shared/contracts/staff.js'
import { allRoles, draftOf, grantsFrom, problemOf } from './people-state.js'

describe('a member as they are edited', () => {
  const member: MemberForAdmin = {
    id: '64a0000000000000000000a1',
    userid: 'li-jing',
    name: '李静',
    status: 'active',
    secondFactor: false,
    download: true,
    grants: [
      { role: 'recruiter', positionIds: ['teller'] },
      { role: 'auditor', positionIds: 'all' },
    ],
  }

  it('comes back as they were', () => {
    expect(grantsFrom(draftOf(member))).to.deep.equal(member.grants)
    expect([draftOf(member).download, draftOf(undefined).download]).to.deep.equal([true, false])
    expect(allRoles).to.have.members([...roles])
  })

  it('holds a role that is for all only for all', () => {
    expect(grantsFrom({ ...draftOf(undefined), roles: { auditor: ['teller'] } })).to.deep.equal([
      { role: 'auditor', positionIds: 'all' },
    ])
  })

  it('is not added a second time, in capitals either: it would take what they may do now', () => {
    const draft = {
      userid: 'Wu-Lei',
      name: '吴磊',
      roles: { recruiter: 'all' as const },
      download: false,
      active: true,
    }

    expect(problemOf(draft, ['li-jing', 'wu-lei'])).to.equal('taken')
    expect(problemOf(draft, ['li-jing'])).to.equal(undefined)
  })

  it('is incomplete without id, name or role, and never holds two that are kept apart', () => {
    const draft = {
      userid: 'wu-lei',
      name: '吴磊',
      roles: { recruiter: 'all' as const },
      download: false,
      active: true,
    }

    expect(problemOf(draft)).to.equal(undefined)
    expect(problemOf({ ...draft, userid: '-x' })).to.equal('userid')
    expect(problemOf({ ...draft, name: '  ' })).to.equal('name')
    expect(problemOf({ ...draft, userid: '吴磊' })).to.equal('userid')
    expect(problemOf({ ...draft, roles: {} })).to.equal('roles')
    expect(problemOf({ ...draft, roles: { 'hr-admin': 'all', auditor: 'all' } })).to.equal('apart')
  })
})
