/** One spoken answer written down, or left to people: never by halves, and never what nobody said. */
import type { RecordedClip, TranscribedWord } from '../../../shared/contracts/recordings.js'
import type { PrivacyNotice } from '../../../shared/contracts/consent.js'
import type { Logger } from '../../log.js'
import type { Budget } from '../../ports/budget.js'
import type { Transcriber, Transcription } from '../../ports/transcriber.js'
import type { ConsentStore } from '../consent/index.js'
import type { Interview } from '../interviews/index.js'
import { bytesOf, readClip, type ReadClipDeps } from './read-clip.js'
import type { RecordingStore } from './recording-store.js'
import { clipsOf, type ArrivedClip, type Recording } from './recording.js'

export interface TranscribeDeps extends ReadClipDeps {
  /** Absent: none is set up. */
  transcriber: Transcriber | undefined
  /** Seconds of sound that may be sent in a day; absent without a transcriber. */
  transcriberSeconds: Budget | undefined
  recordings: ReadClipDeps['recordings'] & Pick<RecordingStore, 'keepTranscript'>
  consents: Pick<ConsentStore, 'grantedUnder'>
  notice: Pick<PrivacyNotice, 'version'>
  log: Pick<Logger, 'warn'>
}

/** `later`: the service is away for now. */
export type Written = { kind: 'text'; text: string } | { kind: 'people' } | { kind: 'later' }

interface Spoken {
  interview: Interview
  recording: Recording
  told?: readonly RecordedClip[] | undefined
}

/** Below it a transcript is as good as a guess. */
const leastConfidence = 0.5
/** Below the lease of a claim, so that nobody else begins the same meanwhile. */
const allowedMs = 50_000
/** Sound as phones record it takes more than that. */
const fewestBytesASecond = 4_000

const people: Written = { kind: 'people' }
const passing: readonly string[] = ['busy', 'unreachable', 'late']

export async function transcribeAnswer(deps: TranscribeDeps, spoken: Spoken): Promise<Written> {
  const { transcriber } = deps
  const clips = clipsOf(spoken.recording, spoken.told)
  const isWhole = clips.length > 0 && clips.every(({ missing, type }) => missing === 0 && type !== undefined)
  if (!transcriber || !isWhole || !(await mayHear(deps, spoken.interview))) return people
  if (!(await isAffordable(deps, clips))) return people

  const signal = AbortSignal.timeout(allowedMs)
  const heard = await Promise.all(clips.map((clip) => hearClip({ ...deps, transcriber }, spoken, { clip, signal })))
  const failures = heard.filter((one) => one.kind === 'failed')
  if (failures.length > 0) return failures.every(({ reason }) => passing.includes(reason)) ? { kind: 'later' } : people

  const parts = heard.filter((one) => one.kind === 'heard')
  await payForTheRest(deps, clips, parts)
  const text = textOf(parts)
  if (text === '' || parts.some(({ confidence = 1 }) => confidence < leastConfidence)) return people
  const transcript = { words: wordsOf(parts, clips), transcriber: transcriber.identity.model }
  await deps.recordings.keepTranscript(spoken.recording, transcript)
  return { kind: 'text', text }
}

type Part = Extract<Transcription, { kind: 'heard' }>

async function hearClip(
  deps: TranscribeDeps & { transcriber: Transcriber },
  { recording }: Spoken,
  { clip: { type, playable }, signal }: { clip: ArrivedClip; signal: AbortSignal },
): Promise<Transcription> {
  const read = () => readClip(deps, recording, playable)
  const heard = await deps.transcriber.transcribe({ type: type!, bytes: bytesOf(playable), read }, signal)
  if (heard.kind === 'failed')
    deps.log.warn({ reason: heard.reason, code: heard.code }, 'the transcriber was not heard')
  return heard
}

/** To be recorded, under the notice that names who writes it down (C1, C2, C9). */
async function mayHear(
  { consents, notice }: Pick<TranscribeDeps, 'consents' | 'notice'>,
  { orgId, invitationId }: Interview,
): Promise<boolean> {
  return (await consents.grantedUnder(orgId, invitationId, 'recording')) === notice.version
}

const secondsExpected = (clips: readonly ArrivedClip[]): number =>
  Math.ceil(
    clips.reduce((sum, { durationMs, playable }) => {
      const isSound = playable[0]?.type?.startsWith('audio/')
      return sum + Math.max(durationMs / 1000, isSound ? bytesOf(playable) / (4 * fewestBytesASecond) : 1)
    }, 0),
  )

async function isAffordable({ transcriberSeconds }: TranscribeDeps, clips: readonly ArrivedClip[]): Promise<boolean> {
  return (await transcriberSeconds?.take(secondsExpected(clips)))?.kind !== 'over'
}

/** What a phone tells of its recording may be less than is billed. */
async function payForTheRest(
  { transcriberSeconds }: TranscribeDeps,
  clips: readonly ArrivedClip[],
  parts: readonly Part[],
): Promise<void> {
  const billed = Math.ceil(parts.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0) / 1000)
  const rest = billed - secondsExpected(clips)
  if (rest > 0) await transcriberSeconds?.take(rest)
}

const textOf = (parts: readonly Part[]): string =>
  parts
    .map(({ text }) => text.trim())
    .filter(Boolean)
    .join(' ')

/** From the beginning of the whole recording. */
function wordsOf(parts: readonly Part[], clips: readonly ArrivedClip[]): TranscribedWord[] {
  let before = 0
  return parts.flatMap(({ words, durationMs }, at) => {
    const offset = before
    before += durationMs ?? clips[at]!.durationMs
    return words.map((word) => ({ ...word, startMs: word.startMs + offset, endMs: word.endMs + offset }))
  })
}
