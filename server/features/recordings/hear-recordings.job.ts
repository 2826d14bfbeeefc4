/**
 * Spoken answers into text, before they are scored. One answer a claim: what was settled stands, whatever becomes of the next one.
 */
import { workThrough } from '../../jobs/work-through.js'
import type { Clock } from '../../ports/clock.js'
import {
  unheard,
  type Claim,
  type Heard,
  type Interview,
  type InterviewQuestion,
  type InterviewStore,
} from '../interviews/index.js'
import { arrivalOf, type Arrival } from './arrival.js'
import { endOf } from './open-for-pieces.js'
import type { RecordingStore } from './recording-store.js'
import { acceptedLateMs, keptUntilAfter, type Recording } from './recording.js'
import { transcribeAnswer, type TranscribeDeps } from './transcribe-answer.js'

export interface HearDeps extends TranscribeDeps {
  interviews: Pick<InterviewStore, 'claimToHear' | 'settleHeard' | 'hearAgainAt'>
  recordings: TranscribeDeps['recordings'] & Pick<RecordingStore, 'listOf' | 'keepUntil' | 'listenOnce'>
  clock: Clock
  wake: (job: 'score-interviews' | 'listen-to-recordings') => void
}

const awayMs = 60_000
const byPeople: Heard = { by: 'people' }

export const hearRecordings = (deps: HearDeps): Promise<void> =>
  workThrough({
    claim: () => deps.interviews.claimToHear(deps.clock.now()),
    work: (claim) => hearNext(deps, claim),
    giveUp: (claim) => settle(deps, claim, new Map(unheard(claim.interview).map(({ number }) => [number, byPeople]))),
  })

async function hearNext(deps: HearDeps, claim: Claim): Promise<void> {
  const { interview } = claim
  const now = deps.clock.now()
  const recordings = await deps.recordings.listOf(interview.orgId, interview.id)
  const waiting = unheard(interview).map((question) => ({ question, arrival: arrivalOf(question, recordings, now) }))
  const next = waiting.find(({ arrival }) => arrival.kind === 'here')
  if (next?.arrival.kind !== 'here') return deps.interviews.hearAgainAt(claim, soonest(waiting, now))

  const heard = await hear(deps, interview, { ...next, recording: next.arrival.recording, now })
  if (!heard) return deps.interviews.hearAgainAt(claim, new Date(now.getTime() + awayMs))
  await queueToListen(deps, next.arrival.recording)
  await settle(deps, claim, new Map([[next.question.number, heard]]))
}

/** Undefined: the service is away, and somebody may still be patient. */
async function hear(
  deps: HearDeps,
  interview: Interview,
  { question, recording, now }: { question: InterviewQuestion; recording: Recording | undefined; now: Date },
): Promise<Heard | undefined> {
  if (!recording) return byPeople
  const written = await transcribeAnswer(deps, { interview, recording, told: question.answer?.recording?.clips })
  if (written.kind === 'text') return { text: written.text, by: 'transcriber' }
  const isPatient = now.getTime() <= (endOf(question)?.getTime() ?? 0) + acceptedLateMs
  return written.kind === 'later' && isPatient ? undefined : byPeople
}

/** Whoever wrote it down or will hear it: its waveform is drawn for both. */
async function queueToListen({ recordings, wake }: HearDeps, recording: Recording | undefined): Promise<void> {
  if (!recording) return
  await recordings.listenOnce(recording)
  wake('listen-to-recordings')
}

async function settle(deps: HearDeps, claim: Claim, answers: ReadonlyMap<number, Heard>): Promise<void> {
  const { orgId, id, submittedAt } = claim.interview
  if (submittedAt) await deps.recordings.keepUntil(orgId, id, keptUntilAfter(submittedAt))
  await deps.interviews.settleHeard(claim, answers)
  deps.wake('score-interviews')
}

const soonest = (waiting: readonly { arrival: Arrival }[], now: Date): Date =>
  waiting.reduce(
    (first, { arrival }) =>
      arrival.kind === 'on-its-way' && arrival.lookAgainAt < first ? arrival.lookAgainAt : first,
    new Date(now.getTime() + awayMs),
  )
