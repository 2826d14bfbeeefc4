import { longestExtensionHours } from '../../../../shared/contracts/invitation-acts.js'
import { extendInvitation, invitationsPolicy } from '../../invitations/index.js'
import type { PersonCommand } from '../command.js'
import { invitationOf, whyNotInvited } from '../invitation-command.js'
import { nameOf, timeIn } from '../say.js'
import { texts } from '../texts/index.js'
import { wayLines, whyNotOpen } from '../sent-words.js'

const usualHours = 24
const words = texts.commands.extend

export const extend: PersonCommand = {
  verb: 'extend',
  words: ['延期', 'extend'],
  usage: words.usage,
  does: words.does,
  may: invitationsPolicy.extend,
  action: 'invitation.extend',
  about: 'people',
  changes: true,
  takes: 'hours',

  missing({ hours = usualHours }, codes) {
    if (hours >= 1 && hours <= longestExtensionHours) return undefined
    return [words.outOfRange, words.example(codes)]
  },
  async preview(deps, _asked, { person, args: { hours } }) {
    return (
      (await invitationOf(deps, person)) && {
        will: words.will(hours ?? usualHours),
        alwaysAsk: hours === undefined,
      }
    )
  },
  async act(deps, { key, member, zone, now }, { person, args: { hours = usualHours } }) {
    const invitation = await invitationOf(deps, person)
    if (!invitation) return whyNotInvited(deps, person, now)

    const name = nameOf(person)
    const outcome = await extendInvitation(deps, { invitation, key, by: member.memberId, hours })
    if (outcome.kind === 'not-open') return { lines: [words.notDone(name), whyOf(outcome, { zone, person })] }
    const until = timeIn(outcome.closesAt, zone)
    return {
      lines: [words.done(name, until), wayLines(outcome.sent, { zone, person })],
    }
  },
}

/** It could not be opened again although it had expired: the interview was begun, or there is a newer invitation. */
function whyOf(...[outcome, about]: Parameters<typeof whyNotOpen>) {
  if (outcome.status !== 'expired') return whyNotOpen(outcome, about)
  return words.begunBefore
}
