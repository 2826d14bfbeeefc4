/**
 * Listens to spoken answers after they were handed in: what their waveform is drawn from and, where that was agreed to, how they were
 * spoken. A queue of its own: no answer waits for it to be written down or scored, and what fails here is missing there and nowhere else.
 */
import { buffer } from 'node:stream/consumers'
import type { Logger } from '../../../log.js'
import { workThrough } from '../../../jobs/work-through.js'
import type { Clock } from '../../../ports/clock.js'
import type { Heard, Listen } from '../../../voice/listen-apart.js'
import type { InterviewStore } from '../../interviews/index.js'
import { clipsThatCount, countedIn } from '../present-recording.js'
import { readClip, type ReadClipDeps } from '../read-clip.js'
import type { RecordingStore } from '../recording-store.js'
import type { ArrivedClip, Recording } from '../recording.js'
import type { ListeningClaim, MeasuredVoice, PeaksOfClip } from './listening-store.js'
import { mayMeasure, type MayMeasureDeps } from './may-measure.js'

export interface ListenDeps extends ReadClipDeps, MayMeasureDeps {
  recordings: ReadClipDeps['recordings'] &
    Pick<RecordingStore, 'claimToListen' | 'keepListened' | 'dropMeasures' | 'listOf'>
  interviews: Pick<InterviewStore, 'find'>
  listen: Listen
  clock: Clock
  log: Pick<Logger, 'warn'>
}

interface Kept {
  peaks?: PeaksOfClip[]
  measures?: MeasuredVoice
}

export const listenToRecordings = (deps: ListenDeps): Promise<void> =>
  workThrough({
    claim: () => deps.recordings.claimToListen(deps.clock.now()),
    work: (claim) => listenTo(deps, claim),
    giveUp: ({ recording }) => deps.recordings.keepListened(recording, {}),
  })

async function listenTo(deps: ListenDeps, { recording }: ListeningClaim): Promise<void> {
  const { orgId, interviewId } = recording
  const interview = await deps.interviews.find({ orgId, id: interviewId })
  const counted =
    interview &&
    countedIn(interview, await deps.recordings.listOf(orgId, interviewId)).find(
      (one) => one.recording.id === recording.id,
    )
  const isStill =
    interview && (await deps.consents.grantedUnder(orgId, interview.invitationId, 'recording')) !== undefined
  if (!counted || !isStill) return deps.recordings.keepListened(recording, {})

  const wantsMeasures = await mayMeasure(deps, interview)
  await deps.recordings.keepListened(recording, await heardIn(deps, recording, clipsThatCount(counted), wantsMeasures))
  // Taken back meanwhile: whoever removes what was measured may have been here before it was kept.
  if (wantsMeasures && !(await mayMeasure(deps, interview))) await deps.recordings.dropMeasures(orgId, interviewId)
}

async function heardIn(
  deps: ListenDeps,
  recording: Recording,
  clips: readonly ArrivedClip[],
  wantsMeasures: boolean,
): Promise<Kept> {
  const unmeasured = (why: Extract<MeasuredVoice, { unmeasured: string }>['unmeasured']): Kept =>
    wantsMeasures ? { measures: { unmeasured: why } } : {}
  const arrived = clips.filter(({ type }) => type !== undefined)
  if (arrived.some(({ type }) => type !== 'audio/mpeg')) return unmeasured('format')
  if (arrived.length === 0) return unmeasured('incomplete')

  const isWhole = clips.every(({ missing, type }) => missing === 0 && type !== undefined)
  const sound = await Promise.all(arrived.map(({ playable }) => buffer(readClip(deps, recording, playable))))
  const heard = await listened(deps, { clips: sound, wantsMeasures: wantsMeasures && isWhole })
  if (heard.kind !== 'listened') return unmeasured(heard.kind)
  const peaks = heard.peaks.map((one, at) => ({ clip: arrived[at]!.clip, peaks: one }))
  return { peaks, ...(isWhole ? measuredIn(heard) : unmeasured('incomplete')) }
}

/** A thread that dies of a recording dies of it again: nobody tries that five times. */
async function listened(
  { listen, log }: ListenDeps,
  spoken: Parameters<Listen>[0],
): Promise<Heard | { kind: 'failed' }> {
  try {
    return await listen(spoken)
  } catch (err) {
    log.warn({ err }, 'a recording was not listened to')
    return { kind: 'failed' }
  }
}

const measuredIn = ({ measures }: Extract<Heard, { kind: 'listened' }>): Kept =>
  measures === undefined ? {} : { measures: measures === 'no-voice' ? { unmeasured: measures } : measures }
