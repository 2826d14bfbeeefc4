/** Answers the open question by voice or video: records it take by take, hands its pieces on, and says why it stands still. */
import type { RecordedWay } from '../../../shared/contracts/answer-modes.js'
import type { Recording, TakesForCandidate } from '../../../shared/contracts/recordings.js'
import { clipType, voiceFormat, worthKeepingMs } from '../../config.js'
import type { ClipCamera } from '../../platform/camera.js'
import type { ClipFiles } from '../../platform/clip-file.js'
import type { MicrophoneLeave } from '../../platform/microphone.js'
import type { Recorder } from '../../platform/recorder.js'
import { ClipRecorder, type FilmEnd, type MadeClip } from '../../services/clip-recorder.js'
import type { PieceOutbox } from '../../services/piece-outbox.js'
import { isRecordedWay } from '../../services/spoken-ways.js'
import { TakeRecorder, type MadePiece } from '../../services/take-recorder.js'
import type { AnswerDelivery } from './answer-delivery.js'
import { chosenWay } from './answer-ways.js'
import type { Desk } from './interview-desk.js'
import type { InterviewState } from './interview-state.js'
import {
  beatHeard,
  clipBegun,
  clipBroken,
  clipEnded,
  clipLost,
  nextClip,
  notSpoken,
  pieceMade,
  recordingOf,
  spokenTaken,
  takeBegun,
  takesLeft,
  withArrived,
  type SpokenState,
} from './spoken-state.js'

type Ask = () => Promise<MicrophoneLeave>

export interface SpokenDeps {
  recorder: Recorder
  camera: ClipCamera
  files: ClipFiles
  stopwatchMs: () => number
  later: (ms: number, act: () => void) => () => void
  pieces: PieceOutbox
  /** For what each way records with. */
  askFor: Record<RecordedWay, Ask>
  openSettings: Record<RecordedWay, Ask>
  /** What the server has of a question. */
  arrived: (question: { interviewId: string; number: number }) => Promise<TakesForCandidate>
}

export class SpokenAnswer {
  private readonly recorder: TakeRecorder
  private readonly filmer: ClipRecorder
  private unwatch: (() => void) | undefined
  /** Which question, and in which way. */
  private followed: string | undefined
  private asking: Promise<MicrophoneLeave> | undefined
  private adding: Promise<void> = Promise.resolve()

  constructor(
    private readonly desk: Desk,
    private readonly delivery: AnswerDelivery,
    private readonly deps: SpokenDeps,
  ) {
    this.recorder = new TakeRecorder(deps, {
      started: () => this.change((spoken) => ({ ...spoken, phase: 'recording' })),
      heard: (isSound) => this.change((spoken) => beatHeard(spoken, isSound)),
      piece: (piece) => this.made(piece),
      ended: (why) => this.ended(why),
    })
    this.filmer = new ClipRecorder(deps, {
      started: () => this.change((spoken) => ({ ...spoken, phase: 'recording' })),
      runs: (ms) => this.ran(ms),
      ended: (why) => this.ended(why),
      made: (clip) => this.filmed(clip),
      lost: () => this.change(clipLost),
    })
  }

  /** What was filmed is not noted yet. */
  isKeeping(): boolean {
    return this.filmer.isBusy()
  }

  /** May be asked for while the question is thought about, so that the answer's time does not run meanwhile. */
  async mayRecord(): Promise<boolean> {
    this.asking ??= this.deps.askFor[this.way()]()
    const leave = await this.asking
    this.asking = undefined
    if (leave === 'refused') await this.change((spoken) => ({ ...spoken, why: 'not-allowed' }))
    return leave === 'given'
  }

  /** How much has arrived is told as long as the page is there, whichever question is open. */
  watch(): void {
    this.unwatch ??= this.deps.pieces.onChange(() => void this.change((now) => this.withPieces(now)))
  }

  unwatched(): void {
    this.unwatch?.()
    this.unwatch = undefined
  }

  /** The newest view is there: the recorder runs for the open question only. `isFresh`: it began under our eyes. */
  async follow(isFresh: boolean): Promise<void> {
    const number = this.openNumber()
    const followed = number === undefined ? undefined : `${number} ${this.way()}`
    if (followed === this.followed) return
    const isLeft = this.followed !== undefined
    this.followed = followed
    if (isLeft) await this.endAll('asked')
    if (number === undefined) return this.change(() => notSpoken)

    const kept = this.delivery.kept()?.recording
    const before = kept ?? (isFresh ? undefined : await this.onServer(number))
    this.desk.hold({ spoken: spokenTaken(number, before) })
    if (before) await this.change((now) => this.withPieces(now))
    if (kept && !isFresh) await this.addArrived(number)
    if (before) return
    if (!isFresh && this.way() === 'video') return this.change(clipBroken)
    await this.record()
  }

  private async addArrived(number: number): Promise<void> {
    const arrived = await this.onServer(number)
    if (!arrived || this.openNumber() !== number) return
    await this.change((spoken) => withArrived(spoken, arrived))
    this.delivery.record(recordingOf(this.desk.state.spoken))
  }

  /** The next clip of the same take, or its first one. */
  async record(): Promise<void> {
    if (!(await this.mayRecord())) return this.change((spoken) => clipEnded(spoken, 'not-allowed'))
    if (this.openNumber() === undefined) return
    await this.change(clipBegun)
    if (this.way() === 'video') this.filmer.begin()
    else this.recorder.begin(nextClip(this.desk.state.spoken))
  }

  /** In a tap, and nothing before it: WeChat opens its settings only then. */
  async openSettings(): Promise<void> {
    if ((await this.deps.openSettings[this.way()]()) === 'refused') return
    if (this.openNumber() === undefined) await this.change((spoken) => ({ ...spoken, why: undefined }))
    else await this.record()
  }

  async again(): Promise<void> {
    const { interview, spoken } = this.desk.state
    if (interview?.step.kind !== 'answering' || takesLeft(spoken, interview.step.question) === 0) return
    await this.drop()
    await this.adding
    await this.change(takeBegun)
    this.delivery.record(undefined)
    this.deps.pieces.keepOnly(this.takeKey())
    await this.record()
  }

  /** Another way was chosen, before anything was said. */
  async drop(): Promise<void> {
    await Promise.all([this.recorder.drop(), this.filmer.drop()])
  }

  /** Ends the recording and keeps all of it for what is handed in. False where the last clip was lost, which is told. */
  async stop(): Promise<boolean> {
    await this.change((spoken) => ({ ...spoken, phase: 'ending', why: undefined }))
    await this.endAll('asked')
    await this.adding
    if (this.desk.state.spoken.why === 'lost') return false
    this.deps.pieces.close(this.takeKey())
    return true
  }

  /** The question stays open after all. */
  reopen(): Promise<void> {
    return this.change((spoken) => ({ ...spoken, phase: 'idle' }))
  }

  leave(): Promise<void> {
    return this.endAll('away')
  }

  /** What another phone recorded meanwhile is the truth now. */
  forget(): void {
    this.followed = undefined
    this.desk.hold({ spoken: notSpoken })
  }

  private openNumber(): number | undefined {
    const step = this.desk.state.interview?.step
    return step?.kind === 'answering' && isRecordedWay(step.question.answerWith) ? step.question.number : undefined
  }

  private way(): RecordedWay {
    return chosenWay(this.desk.state)?.answerWith === 'video' ? 'video' : 'voice'
  }

  private async endAll(why: 'asked' | 'away'): Promise<void> {
    await Promise.all([this.recorder.end(why), this.filmer.end(why)])
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

  private ran(ms: number): void {
    if (ms >= worthKeepingMs && !this.desk.state.spoken.hasBegun)
      void this.change((spoken) => ({ ...spoken, hasBegun: true }))
  }

  /** With all of its pieces at once: half of such a file plays nothing. */
  private async filmed({ pieces, durationMs, endedAgoMs }: MadeClip): Promise<void> {
    if (this.desk.state.spoken.number === 0) return // another phone went on meanwhile
    const key = { ...this.takeKey(), clip: nextClip(this.desk.state.spoken) }
    const all = pieces.map((bytes, index) => ({ key: { ...key, piece: index + 1 }, bytes }))
    await this.deps.pieces.addAll(all, clipType)
    void this.change((spoken) => pieceMade(spoken, { clip: key.clip, piece: all.length, durationMs }))
    this.delivery.record(recordingOf(this.desk.state.spoken), endedAgoMs)
  }

  private ended(why: FilmEnd): void {
    const isEnding = this.desk.state.spoken.phase === 'ending'
    const goesOn = why === 'limit' && !isEnding
    // Its picture stays: the next clip begins in the same moment.
    if (goesOn && this.way() === 'video') return this.filmer.begin()
    void this.change((spoken) => (isEnding ? spoken : clipEnded(spoken, why)))
    if (goesOn) void this.record()
  }

  private onItsWay(): InterviewState['onItsWay'] {
    const { interview } = this.desk.state
    const open = this.openNumber()
    const take = this.deps.pieces.waiting().find((one) => one.interviewId === interview?.id && one.number !== open)
    return take && { number: take.number, percent: this.deps.pieces.percent(take) }
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
    const spoken = make(this.desk.state.spoken)
    return this.desk.set({ ...this.desk.state, spoken, onItsWay: this.onItsWay() })
  }
}
