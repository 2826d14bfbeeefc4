/** Spoken answers for tests: an interview whose first question is answered by voice, and what a phone records of it. */
import { createHash, randomBytes } from 'node:crypto'
import type { RecordedWay } from '../../shared/contracts/answer-modes.js'
import type { NewInterview } from '../../server/features/interviews/interview.js'
import { startClock } from '../../server/features/interviews/question-clock.js'
import { keyOfPiece } from '../../server/features/recordings/media-of.js'
import { keptUntilAfter, type Recording } from '../../server/features/recordings/recording.js'
import type { Deps } from '../../server/wiring/deps.js'
import { newInterview, plannedQuestions } from './interview.js'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const mp3Frame = Buffer.from([0xff, 0xfb, 0x90, 0x64])
const mp4Head = Buffer.from('000000186674797069736f6d0000020069736f6d6d703431', 'hex')
const webmHead = Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d', 'hex')

/** The first piece of a clip: as much of it as says what it is, and then whatever was said. */
export const firstPiece = (bytes = 400): Buffer => Buffer.concat([mp3Frame, randomBytes(bytes)])
export const firstOfVideo = (bytes = 400): Buffer => Buffer.concat([mp4Head, randomBytes(bytes)])
export const firstOfWebm = (bytes = 400): Buffer => Buffer.concat([webmHead, Buffer.alloc(40), randomBytes(bytes)])

/** The first question is being answered since `now`, two minutes long. The other ones are as they are. */
export function spokenInterview(now: Date, way: RecordedWay = 'voice', over: Partial<NewInterview> = {}): NewInterview {
  const [first, ...others] = plannedQuestions()
  const times = { thinkingSeconds: 0, answerSeconds: 120 }
  const voice = { answerWith: way, answerSeconds: times.answerSeconds }
  const spoken = {
    ...first!,
    ...times,
    takes: 4,
    otherWays: [voice],
    answersBy: way,
    issuedAt: now,
    clock: startClock(times, now),
  }
  return newInterview({
    startedAt: now,
    closesAt: new Date(now.getTime() + 72 * 3_600_000),
    phone: { deviceKey: 'phone-one', seenAt: now, visible: true },
    news: [],
    questions: [spoken, ...others],
    ...over,
  })
}

interface KeptAnswer {
  pieces: readonly Buffer[]
  /** So many pieces the phone told of. */
  told: number
  type?: 'audio/mpeg' | 'audio/mp4'
  /** So many of the same; one. */
  clips?: number
  /** It was just handed in: nobody has listened yet. */
  unheard?: boolean
}

/** As if the first question of an interview had been answered by voice, in one clip of two pieces. */
export const spokenAfterwards = (deps: Deps, interviewId: string): Promise<{ recording: Recording; clip: Buffer }> =>
  keepAnswer(deps, interviewId, { pieces: [firstPiece(1_000), randomBytes(700)], told: 2 })

export async function keepAnswer(
  { interviews, recordings, mediaStore, orgId, clock }: Deps,
  interviewId: string,
  { pieces: parts, told: toldPieces, type: clipType = 'audio/mpeg', clips: clipCount = 1, unheard = false }: KeptAnswer,
): Promise<{ recording: Recording; clip: Buffer }> {
  const clips = Array.from({ length: clipCount }, () => ({ pieces: toldPieces, durationMs: 8_000 }))
  const told = { way: 'voice' as const, take: 1, clips, ...(!unheard && { heardBy: 'people' as const }) }
  const { outcome } = (await interviews.change({ orgId, id: interviewId }, (current) => {
    const [first, ...others] = current.questions
    const answer = { text: '', at: clock.now(), endedBy: 'candidate' as const, ...first!.answer, recording: told }
    const ended = unheard && { status: 'submitted' as const, submittedAt: clock.now() }
    return { interview: { ...current, ...ended, questions: [{ ...first!, answersBy: told.way, answer }, ...others] } }
  }))!
  const { candidateId, applicationId, positionId } = outcome.interview
  const ids = { orgId, interviewId, candidateId, applicationId, positionId }
  const times = { createdAt: clock.now(), keptUntil: keptUntilAfter(clock.now()) }
  const recording = await recordings.beginOnce({ ...ids, number: 1, take: 1, way: told.way, ...times })
  const sent = clips.flatMap((_told, index) => parts.map((bytes, at) => ({ clip: index + 1, at, bytes })))
  for (const { clip, at, bytes } of sent) {
    const mark = recordings.markOf(recording, { clip, piece: at + 1, sha256: sha256Of(bytes) })
    const type = at === 0 ? { type: clipType } : {}
    const piece = { clip, piece: at + 1, mark, bytes: bytes.length, ...type }
    await mediaStore.put(keyOfPiece(recording, piece), await recordings.sealPiece(recording, piece, bytes))
    await recordings.addPiece(recording, piece)
  }
  return { recording, clip: Buffer.concat(parts) }
}

export const agreesToBeRecorded = (
  { consents, clock }: Pick<Deps, 'consents' | 'clock'>,
  { orgId, invitationId, candidateId }: Pick<NewInterview, 'orgId' | 'invitationId' | 'candidateId'>,
  granted = true,
): Promise<void> => {
  const choices = [{ purpose: 'recording' as const, granted }]
  return consents.append({ orgId, invitationId, candidateId, noticeVersion: '2027-04', choices, at: clock.now() }, [])
}

export const agreesToBeMeasured = (
  { consents, clock }: Pick<Deps, 'consents' | 'clock'>,
  { orgId, invitationId, candidateId }: Pick<NewInterview, 'orgId' | 'invitationId' | 'candidateId'>,
): Promise<void> => {
  const choices = [{ purpose: 'tone-analysis' as const, granted: true }]
  return consents.append({ orgId, invitationId, candidateId, noticeVersion: '2027-04', choices, at: clock.now() }, [])
}
