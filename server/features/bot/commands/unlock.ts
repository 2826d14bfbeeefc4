import { invitationsPolicy, unlockInvitation } from '../../invitations/index.js'
import type { PersonCommand } from '../command.js'
import { invitationOf, whyNotInvited } from '../invitation-command.js'
import { nameOf } from '../say.js'
import { texts } from '../texts/index.js'

const words = texts.commands.unlock

export const unlock: PersonCommand = {
  verb: 'unlock',
  words: ['解绑', '解锁', 'unlock'],
  usage: words.usage,
  does: words.does,
  may: invitationsPolicy.unlock,
  action: 'invitation.unlock',
  about: 'people',
  changes: true,
  takes: 'nothing',

  async preview(deps, _asked, { person }) {
    return (await invitationOf(deps, person)) && { will: words.will, alwaysAsk: false }
  },
  async act(deps, { key, member, now }, { person }) {
    const invitation = await invitationOf(deps, person)
    if (!invitation) return whyNotInvited(deps, person, now)

    const name = nameOf(person)
    if ((await unlockInvitation(deps, { invitation, key, by: member.memberId })) === 'was-not-locked') {
      return {
        lines: [words.wasOpen(name), words.stillOpen],
      }
    }
    return {
      lines: [words.done(name), words.effect],
    }
  },
}
