import { invitationsPolicy, revokeInvitation } from '../../invitations/index.js'
import type { PersonCommand } from '../command.js'
import { invitationOf, whyNotInvited } from '../invitation-command.js'
import { both, nameOf } from '../say.js'
import { whyNotOpen } from '../sent-words.js'

const revocable = new Set(['queued', 'sent', 'unconfirmed', 'opened'])

export const revoke: PersonCommand = {
  verb: 'revoke',
  words: ['撤销', '撤回', 'revoke'],
  usage: both('A7K2', 'A7K2'),
  does: both('撤销邀请，要按确认', 'take an invitation back, after a confirmation'),
  may: invitationsPolicy.revoke,
  action: 'invitation.revoke',
  about: 'people',
  changes: true,
  irreversible: true,
  takes: 'nothing',

  async preview(deps, _asked, { person }) {
    const invitation = await invitationOf(deps, person)
    if (!invitation || !revocable.has(invitation.status)) return undefined
    return { will: both('链接会失效，不发消息', 'the link stops working; nothing is sent'), alwaysAsk: true }
  },
  async act(deps, { key, member, zone, now }, { person }) {
    const invitation = await invitationOf(deps, person)
    if (!invitation) return whyNotInvited(deps, person, now)

    const name = nameOf(person)
    const outcome = await revokeInvitation(deps, { invitation, key, by: member.memberId })
    if (outcome.kind === 'not-open')
      return {
        lines: [
          both(`没有撤销 ${name.zh}的邀请。`, `The invitation of ${name.en} was not revoked.`),
          whyNotOpen(outcome, zone),
        ],
      }
    return {
      lines: [
        both(`已撤销 ${name.zh}的邀请。`, `The invitation of ${name.en} is revoked.`),
        both('链接已失效，没有给候选人发消息。', 'Its link no longer works. Nothing was sent to the candidate.'),
      ],
    }
  },
}
