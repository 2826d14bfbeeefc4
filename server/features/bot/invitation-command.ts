/** What resend, remind, extend, revoke and unlock have in common: they need an invitation, and say why there is none. */
import { gatherApplication, waitingIn, type Gathered } from '../applications/index.js'
import type { Invitation } from '../invitations/index.js'
import type { BotDeps } from './bot-deps.js'
import type { Answered, Lines } from './command.js'
import type { Person } from './find-person.js'
import { nameOf } from './say.js'
import { texts } from './texts/index.js'
import { inWords } from './where-person-stands.js'

const words = texts.standing.notInvited

export async function invitationOf(deps: BotDeps, { application }: Person): Promise<Invitation | undefined> {
  return deps.invitations.latestOf(application.orgId, application.id)
}

/** Nobody is invited whose résumé a person has yet to look at. */
export async function whyNotInvited(deps: BotDeps, person: Person, now: Date): Promise<Answered> {
  const gathered = await gatherApplication(deps, person.application)
  const name = nameOf(person)
  return {
    lines: [words.fact(name), reasonIn(gathered, { person, now })],
  }
}

function reasonIn(gathered: Gathered, { person: { shortCode }, now }: { person: Person; now: Date }): Lines[number] {
  const waiting = waitingIn(gathered)
  if (!waiting) return words.because(inWords(gathered, now))
  return waiting.proposal === 'decline' ? words.declineProposed(shortCode) : words.holdProposed(shortCode)
}
