/** Somebody whose interview is about to be interrupted. */
import type { InterviewForCandidate, InterviewStep } from '../../shared/contracts/interviews.js'
import { newcomerWithPhone } from './newcomers.js'
import { accept, applyAndBeInvited, type Person } from './steps.js'
import type { OpenWorld } from './world.js'

type Answering = Extract<InterviewStep, { kind: 'answering' }>

interface InTheMiddle {
  person: Person
  id: string
  invitationId: string
  step: Answering
}

/** In the middle of the first question, with a draft saved. */
export async function inTheMiddle(world: OpenWorld, text: string): Promise<InTheMiddle> {
  const person = await newcomerWithPhone(world)
  const { candidate } = person
  const invitationId = await accept(person, await applyAndBeInvited(world, person))
  const { id } = await candidate.startInterview(invitationId)
  await candidate.issue(id, 1)
  await candidate.shown(id, 1)
  await candidate.begin(id, 1)
  return { person, id, invitationId, step: answering(await candidate.saveDraft(id, 1, { text, revision: 1 })) }
}

export function answering({ step }: InterviewForCandidate): Answering {
  if (step.kind !== 'answering') throw new Error(`not answering but ${step.kind}`)
  return step
}
