/** What resend, remind, extend, revoke and unlock have in common: they need an invitation, and answer why there is none. */
import { gatherApplication, waitingIn, type Gathered } from '../applications/index.js'
import type { Invitation } from '../invitations/index.js'
import type { BotDeps } from './bot-deps.js'
import type { Answered, Lines } from './command.js'
import type { Person } from './find-person.js'
import { both, nameOf } from './say.js'
import { inWords } from './where-person-stands.js'

export async function invitationOf(deps: BotDeps, { application }: Person): Promise<Invitation | undefined> {
  return deps.invitations.latestOf(application.orgId, application.id)
}

/** Nobody is invited whose résumé a person has yet to look at. */
export async function whyNotInvited(deps: BotDeps, person: Person, now: Date): Promise<Answered> {
  const gathered = await gatherApplication(deps, person.application)
  const name = nameOf(person)
  return {
    lines: [both(`${name.zh}还没有面试邀请。`, `${name.en} has no invitation.`), reasonIn(gathered, { person, now })],
  }
}

function reasonIn(gathered: Gathered, { person: { shortCode }, now }: { person: Person; now: Date }): Lines[number] {
  const waiting = waitingIn(gathered)
  if (!waiting) {
    const state = inWords(gathered, now)
    return both(`原因：${state.zh}。`, `Why: ${state.en}.`)
  }
  const proposal =
    waiting.proposal === 'decline'
      ? both('初筛建议婉拒', 'screening proposes to decline')
      : both('初筛建议待定', 'screening proposes to hold')
  return both(
    `原因：${proposal.zh}，要等人确认。想邀请，发：通过 ${shortCode}`,
    `Why: ${proposal.en}, and a person has to confirm it. To invite, send: advance ${shortCode}`,
  )
}
