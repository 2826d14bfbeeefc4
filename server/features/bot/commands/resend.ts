import { invitationsPolicy, sendInvitationAgain } from '../../invitations/index.js'
import type { Answered, PersonCommand } from '../command.js'
import { invitationOf, whyNotInvited } from '../invitation-command.js'
import { both, nameOf } from '../say.js'
import { wayLines } from '../sent-words.js'

type Act = PersonCommand['act']

export const resend: PersonCommand = {
  verb: 'resend',
  words: ['重发', 'resend'],
  usage: both('A7K2', 'A7K2'),
  does: both('把邀请再发一次', 'send the invitation once more'),
  may: invitationsPolicy.resend,
  action: 'invitation.resend',
  about: 'people',
  changes: true,
  takes: 'nothing',

  async preview(deps, _asked, { person }) {
    return (
      (await invitationOf(deps, person)) && {
        will: both('再收到一次面试邀请', 'gets the invitation once more'),
        alwaysAsk: false,
      }
    )
  },
  act: (...given) => sendAgain('resent', ...given),
}

const done = {
  resent: both('已重新发送给', 'Sent again to'),
  reminded: both('已提醒', 'Reminded'),
} as const

export async function sendAgain(
  as: keyof typeof done,
  ...[deps, { key, member, zone, now }, { person }]: Parameters<Act>
): Promise<Answered> {
  const invitation = await invitationOf(deps, person)
  if (!invitation) return whyNotInvited(deps, person, now)

  const sent = await sendInvitationAgain(deps, { invitation, key, by: member.memberId, as })
  const [name, went] = [nameOf(person), sent.kind === 'sent' || sent.kind === 'unconfirmed']
  const fact = went
    ? both(`${done[as].zh} ${name.zh}。`, `${done[as].en} ${name.en}.`)
    : both(`没有再发给 ${name.zh}。`, `Nothing was sent to ${name.en}.`)
  return { lines: [fact, wayLines(sent, zone)] }
}
