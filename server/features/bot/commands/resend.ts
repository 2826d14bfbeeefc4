import { invitationsPolicy, sendInvitationAgain } from '../../invitations/index.js'
import type { Answered, PersonCommand } from '../command.js'
import { invitationOf, whyNotInvited } from '../invitation-command.js'
import { nameOf } from '../say.js'
import { texts } from '../texts/index.js'
import { wayLines } from '../sent-words.js'

type Act = PersonCommand['act']

export const resend: PersonCommand = {
  verb: 'resend',
  words: ['重发', 'resend'],
  usage: texts.commands.resend.usage,
  does: texts.commands.resend.does,
  may: invitationsPolicy.resend,
  action: 'invitation.resend',
  about: 'people',
  changes: true,
  takes: 'nothing',

  async preview(deps, _asked, { person }) {
    return (
      (await invitationOf(deps, person)) && {
        will: texts.commands.resend.will,
        alwaysAsk: false,
      }
    )
  },
  act: (...given) => sendAgain('resent', ...given),
}

const done = { resent: texts.commands.resend.done, reminded: texts.commands.remind.done } as const

export async function sendAgain(
  as: keyof typeof done,
  ...[deps, { key, member, zone, now }, { person }]: Parameters<Act>
): Promise<Answered> {
  const invitation = await invitationOf(deps, person)
  if (!invitation) return whyNotInvited(deps, person, now)

  const sent = await sendInvitationAgain(deps, { invitation, key, by: member.memberId, as })
  const [name, went] = [nameOf(person), sent.kind === 'sent' || sent.kind === 'unconfirmed']
  const fact = went ? done[as](name) : texts.commands.resend.notDone(name)
  return { lines: [fact, wayLines(sent, { zone, person })] }
}
