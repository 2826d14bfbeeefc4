/** People who apply and answer side by side, one after the other in each lane, until they are told that it is enough. */
import { tokenIn, type CandidateClient } from '../../scripts/demo/candidate-client.js'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { Random } from '../../server/embedded-mongo/testing/random.js'
import { newcomer } from './newcomers.js'
import { accept } from './steps.js'
import { stubbornPhone } from './stubborn.js'
import type { World } from './world.js'

/** Somebody who went the whole way, and what the product acknowledged to them. */
export interface Walked {
  name: string
  personId: string
  candidate: CandidateClient
  applicationId: string
  interviewId: string
  answers: string[]
  /** Filled when the store is looked into. */
  candidateId: string
  shortCode: string
}

const startWithinMs = 6_000
const noticeWithinMs = 12_000

export function crowd(
  world: World,
  { lanes, random }: { lanes: number; random: Random },
): { finish(): Promise<Walked[]> } {
  let enough = false
  const walked: Walked[] = []

  async function lane(waitMs: number): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve, waitMs)
    })
    do walked.push(await walk(world, random.chance(0.7)))
    while (!enough)
  }

  const all = Promise.all(Array.from({ length: lanes }, () => lane(random.below(startWithinMs))))
  all.catch(() => {})
  return {
    async finish() {
      enough = true
      await all
      return walked
    },
  }
}

/** The whole way. */
async function walk(world: World, subscribes: boolean): Promise<Walked> {
  const { personId, resume } = await newcomer(world)
  const candidate = await stubbornPhone(world, personId)
  if (subscribes) await candidate.subscribe(['invitation'])
  const { id: applicationId } = await candidate.apply('teller', resume, `tap-${personId}`)
  const invitationId = await accept(
    { personId, resume, candidate },
    await invitationFor(world, { personId, candidate }),
  )

  const answers: string[] = []
  const { id: interviewId } = await takeInterview(candidate, invitationId, (question) => {
    const text = `${goodAnswer(question)}${question.answerWith === 'text' ? `——${resume.name}` : ''}`
    answers.push(text)
    return text
  })
  if (subscribes) await candidate.subscribe(['result'])
  return { name: resume.name, personId, candidate, applicationId, interviewId, answers, candidateId: '', shortCode: '' }
}

/** By the notice in the phone; by the status page when none comes, for a message may stand unconfirmed. */
async function invitationFor(
  world: World,
  { personId, candidate }: Pick<Walked, 'personId' | 'candidate'>,
): Promise<string> {
  const notice = async () =>
    (await world.sandbox.inbox(personId)).find(({ opens }) => opens?.includes('invitation'))?.opens
  const opens = await waitFor('the invitation in the phone', notice, { withinMs: noticeWithinMs, everyMs: 300 }).catch(
    () => undefined,
  )
  if (opens) return tokenIn(opens)
  return waitFor(`the invitation of ${personId}`, async () => (await candidate.applications())[0]?.invitationToken, {
    withinMs: 90_000,
    everyMs: 300,
  })
}
