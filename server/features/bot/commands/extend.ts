import { longestExtensionHours } from '../../../../shared/contracts/invitation-acts.js'
import { extendInvitation, invitationsPolicy } from '../../invitations/index.js'
import type { PersonCommand } from '../command.js'
import { invitationOf, whyNotInvited } from '../invitation-command.js'
import { both, nameOf, timeIn } from '../say.js'
import { wayLines, whyNotOpen } from '../sent-words.js'

const usualHours = 24

export const extend: PersonCommand = {
  verb: 'extend',
  words: ['延期', 'extend'],
  usage: both('A7K2 24小时', 'A7K2 24h'),
  does: both('多给些时间，过期的也能重新打开', 'give more time; opens an expired one again'),
  may: invitationsPolicy.extend,
  action: 'invitation.extend',
  about: 'people',
  changes: true,
  takes: 'hours',

  missing({ hours = usualHours }) {
    if (hours >= 1 && hours <= longestExtensionHours) return undefined
    return [
      both('最少 1 小时，最多 30 天。', 'At least 1 hour, at most 30 days.'),
      both('例如：延期 A7K2 2天', 'For example: extend A7K2 2d'),
    ]
  },
  async preview(deps, _asked, { person, args: { hours = usualHours } }) {
    return (
      (await invitationOf(deps, person)) && {
        will: both(`多 ${hours} 小时，并收到新的截止时间`, `gets ${hours} more hours and the new deadline`),
        alwaysAsk: false,
      }
    )
  },
  async act(deps, { key, member, zone, now }, { person, args: { hours = usualHours } }) {
    const invitation = await invitationOf(deps, person)
    if (!invitation) return whyNotInvited(deps, person, now)

    const name = nameOf(person)
    const outcome = await extendInvitation(deps, { invitation, key, by: member.memberId, hours })
    if (outcome.kind === 'not-open')
      return { lines: [both(`${name.zh}没有延期。`, `${name.en} was not extended.`), whyOf(outcome, zone)] }
    const until = timeIn(outcome.closesAt, zone)
    return {
      lines: [
        both(`${name.zh}已延期到 ${until}。`, `${name.en} now has until ${until}.`),
        wayLines(outcome.sent, zone),
      ],
    }
  },
}

/** It could not be opened again although it had expired: the interview was begun, or there is a newer invitation. */
function whyOf(outcome: Parameters<typeof whyNotOpen>[0], zone: string) {
  if (outcome.status !== 'expired') return whyNotOpen(outcome, zone)
  return both('面试开始过了，或者已有新的邀请。', 'The interview was begun before, or there is a newer invitation.')
}
