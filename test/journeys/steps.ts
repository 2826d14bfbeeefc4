/** Stretches of the way that several journeys walk. */
import type { ConsentPurpose } from '../../shared/contracts/consent.js'
import type { InboxMessage } from '../../shared/contracts/sandbox.js'
import type { Resume } from '../../shared/contracts/talent.js'
import { tokenIn, type CandidateClient } from '../../scripts/demo/candidate-client.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { OpenWorld } from './world.js'

export interface Person {
  personId: string
  resume: Resume
  candidate: CandidateClient
}

export const messageAbout = (world: OpenWorld, personId: string, page: string): Promise<InboxMessage> =>
  waitFor(`a message about ${page}`, async () =>
    (await world.sandbox.inbox(personId)).find(({ opens }) => opens?.includes(page)),
  )

/** Applies with a subscription and waits for the invitation; returns the token in its link. */
export async function applyAndBeInvited(world: OpenWorld, { personId, resume, candidate }: Person): Promise<string> {
  await candidate.subscribe(['invitation'])
  await candidate.apply('teller', resume, `tap-${personId}`)
  const message = await messageAbout(world, personId, 'invitation')
  return tokenIn((await world.sandbox.tap(personId, message.id)).opens)
}

export async function accept(
  { candidate, resume }: Person,
  link: string,
  granted: ConsentPurpose[] = ['ai-scoring'],
): Promise<string> {
  await candidate.openInvitation(link)
  await candidate.verifyPhone(link, resume.phone.slice(-4))
  const invitation = await candidate.consent(link, granted)
  if (invitation.kind !== 'open' || !invitation.bound) throw new Error(`not bound: ${invitation.kind}`)
  return invitation.id
}

/** From nothing to a submitted interview; returns its id. `before` happens between the consent and the first question. */
export async function finishInterview(
  world: OpenWorld,
  person: Person,
  granted: ConsentPurpose[] = ['ai-scoring'],
  before?: (invitationId: string) => Promise<void>,
): Promise<string> {
  const invitationId = await accept(person, await applyAndBeInvited(world, person), granted)
  await before?.(invitationId)
  const { id } = await takeInterview(person.candidate, invitationId, goodAnswer)
  return id
}
