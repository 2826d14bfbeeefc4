/** What resend, remind, extend, revoke and unlock have in common: they need an invitation, and say why there is none. */
import type { Invitation } from '../invitations/index.js'
import type { BotDeps } from './bot-deps.js'
import type { Answered, Lines } from './command.js'
import type { Person } from './find-person.js'
import { nameOf } from './say.js'
import { texts } from './texts/index.js'
import { inWords, standingOf, waitingIn, type Standing } from './where-person-stands.js'

const words = texts.standing.notInvited

export async function invitationOf(deps: BotDeps, { application }: Person): Promise<Invitation | undefined> {
  return deps.invitations.latestOf(application.orgId, application.id)
}

/** Nobody is invited whose résumé a person has yet to look at. */
export async function whyNotInvited(deps: BotDeps, person: Person, now: Date): Promise<Answered> {
  const standing = await standingOf(deps, person.application)
  const name = nameOf(person)
  return {
    lines: [words.fact(name), reasonIn(standing, { person, now })],
  }
}

function reasonIn(standing: Standing, { person: { shortCode }, now }: { person: Person; now: Date }): Lines[number] {
  const waiting = waitingIn(standing)
  if (!waiting) return words.because(inWords(standing, now))
  return waiting.proposal === 'decline' ? words.declineProposed(shortCode) : words.holdProposed(shortCode)
}
