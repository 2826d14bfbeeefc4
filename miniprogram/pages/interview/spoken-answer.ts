/** Answers the open question by voice: records it take by take, hands its pieces on, and says why it stands still. */
import type { Recording, TakesForCandidate } from '../../../shared/contracts/recordings.js'
import { voiceFormat } from '../../config.js'
import type { MicrophoneLeave } from '../../platform/microphone.js'
import type { Recorder } from '../../platform/recorder.js'
import type { PieceOutbox } from '../../services/piece-outbox.js'
import { TakeRecorder, type ClipEnd, type MadePiece } from '../../services/take-recorder.js'
import type { AnswerDelivery } from './answer-delivery.js'
import type { Desk } from './interview-desk.js'
import {
  beatHeard,
  clipBegun,
  clipEnded,
  nextClip,
  notSpoken,
  pieceMade,
  recordingOf,
  spokenTaken,
  takeBegun,
  takesLeft,
  type SpokenState,
} from './spoken-state.js'

export interface VoiceDeps {
  recorder: Recorder
  stopwatchMs: () => number
  later: (ms: number, act: () => void) => () => void
  pieces: PieceOutbox
  askForMicrophone: () => Promise<MicrophoneLeave>
  openMicrophoneSettings: () => Promise<MicrophoneLeave>
  /** What the server has of a question. */
  arrived: (question: { interviewId: string; number: number }) => Promise<TakesForCandidate>
}

export class SpokenAnswer {
  private readonly recorder: TakeRecorder
  private unwatch: (() => void) | undefined
  private followed: number | undefined
  private asking: Promise<MicrophoneLeave> | undefined
  private adding: Promise<void> = Promise.resolve()

  constructor(
    private readonly desk: Desk,
    private readonly delivery: AnswerDelivery,
    private readonly deps: VoiceDeps,
  ) {
    this.recorder = new TakeRecorder(deps, {
      started: () => this.change((spoken) => ({ ...spoken, phase: 'recording' })),
      heard: (isSound) => this.change((spoken) => beatHeard(spoken, isSound)),
      piece: (piece) => this.made(piece),
      ended: (why) => this.ended(why),
    })
  }

  /** May be asked for while the question is thought about, so that the answer's time does not run meanwhile. */
  async mayRecord(): Promise<boolean> {
    this.asking ??= this.deps.askForMicrophone()
    const leave = await this.asking
    this.asking = undefined
    if (leave === 'refused') await this.change((spoken) => ({ ...spoken, why: 'not-allowed' }))
    return leave === 'given'
  }

  /** The newest view is there: the recorder runs for the open question only. `isFresh`: it began under our eyes. */
  async follow(isFresh: boolean): Promise<void> {
    const number = this.openNumber()
    if (number === this.followed) return
    const isLeft = this.followed !== undefined
    this.followed = number
    if (isLeft) await this.recorder.end('asked')
    this.unwatch?.()
    if (number === undefined) return this.change(() => notSpoken)

    const before = this.delivery.kept()?.recording ?? (isFresh ? undefined : await this.onServer(number))
    this.desk.hold({ spoken: spokenTaken(number, before) })
    this.unwatch = this.deps.pieces.onChange(() => void this.change((now) => this.withPieces(now)))
    if (before) await this.change((now) => this.withPieces(now))
    else await this.record()
  }

  /** The next clip of the same take, or its first one. */
  async record(): Promise<void> {
    if (!(await this.mayRecord())) return this.change((spoken) => clipEnded(spoken, 'not-allowed'))
    if (this.openNumber() === undefined) return
    await this.change(clipBegun)
    this.recorder.begin(nextClip(this.desk.state.spoken))
  }

  /** In a tap, and nothing before it: WeChat opens its settings only then. */
  async openSettings(): Promise<void> {
    if ((await this.deps.openMicrophoneSettings()) === 'refused') return
    if (this.openNumber() === undefined) await this.change((spoken) => ({ ...spoken, why: undefined }))
    else await this.record()
  }

  async again(): Promise<void> {
    const { interview, spoken } = this.desk.state
    if (interview?.step.kind !== 'answering' || takesLeft(spoken, interview.step.question) === 0) return
    await this.recorder.drop()
    await this.adding
    await this.change(takeBegun)
    this.delivery.record(undefined)
    this.deps.pieces.keepOnly(this.takeKey())
    await this.record()
  }

  /** Another way was chosen, before anything was said. */
  drop(): Promise<void> {
    return this.recorder.drop()
  }

  /** Ends the recording and keeps all of it for what is handed in. */
  async stop(): Promise<void> {
    await this.change((spoken) => ({ ...spoken, phase: 'ending' }))
    await this.recorder.end('asked')
    await this.adding
    this.deps.pieces.close(this.takeKey())
  }

  /** The question stays open after all. */
  reopen(): Promise<void> {
    return this.change((spoken) => ({ ...spoken, phase: 'idle' }))
  }

  leave(): Promise<void> {
    return this.recorder.end('away')
  }

  /** What another phone recorded meanwhile is the truth now. */
  forget(): void {
    this.followed = undefined
    this.desk.hold({ spoken: notSpoken })
  }

  private openNumber(): number | undefined {
    const step = this.desk.state.interview?.step
    return step?.kind === 'answering' && step.question.answerWith === 'voice' ? step.question.number : undefined
  }

  private takeKey() {
    const { interview, spoken } = this.desk.state
    return { interviewId: interview?.id ?? '', number: spoken.number, take: spoken.take }
  }

  private made({ clip, piece, bytes, durationMs }: MadePiece): void {
    const key = { ...this.takeKey(), clip, piece }
    void this.change((spoken) => pieceMade(spoken, { clip, piece, durationMs }))
    this.delivery.record(recordingOf(this.desk.state.spoken))
    this.adding = this.adding.then(() => this.deps.pieces.add(key, bytes, voiceFormat.type))
  }

  private ended(why: ClipEnd): void {
    const isEnding = this.desk.state.spoken.phase === 'ending'
    void this.change((spoken) => (isEnding ? spoken : clipEnded(spoken, why)))
    if (why === 'limit' && !isEnding) void this.record()
  }

  private withPieces(spoken: SpokenState): SpokenState {
    const question = { interviewId: this.desk.state.interview?.id ?? '', number: spoken.number }
    const { pieces } = this.deps
    return {
      ...spoken,
      percent: pieces.percent(question),
      isFull: pieces.isFull(),
      isLost: pieces.isLost(question),
    }
  }

  /** Recorded on another phone, or before this one lost what it knew: it counts, and the next clip follows it. */
  private async onServer(number: number): Promise<Recording | undefined> {
    const interviewId = this.desk.state.interview?.id ?? ''
    const { takes } = await this.deps.arrived({ interviewId, number }).catch(() => ({ takes: [] }))
    const [last] = [...takes].sort((one, other) => other.take - one.take)
    const clips = last?.clips ?? []
    if (!last || clips.length === 0) return undefined
    const piecesOf = (number: number) => Math.max(1, ...(clips.find(({ clip }) => clip === number)?.pieces ?? []))
    const count = Math.max(...clips.map(({ clip }) => clip))
    return {
      take: last.take,
      clips: Array.from({ length: count }, (_, index) => ({ pieces: piecesOf(index + 1), durationMs: 0 })),
    }
  }

  private change(make: (spoken: SpokenState) => SpokenState): Promise<void> {
    return this.desk.set({ ...this.desk.state, spoken: make(this.desk.state.spoken) })
  }
}
