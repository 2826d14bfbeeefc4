import { invitationsPolicy, unlockInvitation } from '../../invitations/index.js'
import type { PersonCommand } from '../command.js'
import { invitationOf, whyNotInvited } from '../invitation-command.js'
import { both, nameOf } from '../say.js'

export const unlock: PersonCommand = {
  verb: 'unlock',
  words: ['解绑', '解锁', 'unlock'],
  usage: both('A7K2', 'A7K2'),
  does: both('手机尾号输错被锁，重新给 5 次机会', 'five new tries after wrong phone digits'),
  may: invitationsPolicy.unlock,
  action: 'invitation.unlock',
  about: 'people',
  changes: true,
  takes: 'nothing',

  async preview(deps, _asked, { person }) {
    return (
      (await invitationOf(deps, person)) && { will: both('重新有 5 次机会', 'gets five new tries'), alwaysAsk: false }
    )
  },
  async act(deps, { key, member, now }, { person }) {
    const invitation = await invitationOf(deps, person)
    if (!invitation) return whyNotInvited(deps, person, now)

    const name = nameOf(person)
    if ((await unlockInvitation(deps, { invitation, key, by: member.memberId })) === 'was-not-locked') {
      return {
        lines: [
          both(`${name.zh}没有被锁。`, `${name.en} is not locked.`),
          both('手机尾号还可以继续核对。', 'The phone check is still open.'),
        ],
      }
    }
    return {
      lines: [
        both(`${name.zh}已解锁。`, `${name.en} is unlocked.`),
        both('手机尾号重新有 5 次机会，原来的链接能用。', 'There are five new tries; the old link works.'),
      ],
    }
  },
}
