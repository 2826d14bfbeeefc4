import { invitationsPolicy, revokeInvitation } from '../../invitations/index.js'
import type { PersonCommand } from '../command.js'
import { invitationOf, whyNotInvited } from '../invitation-command.js'
import { nameOf } from '../say.js'
import { texts } from '../texts/index.js'
import { whyNotOpen } from '../sent-words.js'

const words = texts.commands.revoke
const revocable = new Set(['queued', 'sent', 'unconfirmed', 'opened'])

export const revoke: PersonCommand = {
  verb: 'revoke',
  words: ['撤销', '撤回', 'revoke'],
  usage: words.usage,
  does: words.does,
  may: invitationsPolicy.revoke,
  action: 'invitation.revoke',
  about: 'people',
  changes: true,
  irreversible: true,
  takes: 'reason',
  forgetsReason: true,

  async preview(deps, _asked, { person }) {
    const invitation = await invitationOf(deps, person)
    if (!invitation || !revocable.has(invitation.status)) return undefined
    return { will: words.will, alwaysAsk: true }
  },
  async act(deps, { key, member, zone, now }, { person }) {
    const invitation = await invitationOf(deps, person)
    if (!invitation) return whyNotInvited(deps, person, now)

    const name = nameOf(person)
    const outcome = await revokeInvitation(deps, { invitation, key, by: member.memberId })
    if (outcome.kind === 'not-open')
      return {
        lines: [words.notDone(name), whyNotOpen(outcome, { zone, person })],
      }
    return {
      lines: [words.done(name), words.effect],
    }
  },
}
