/**
 * The answer being written, kept on the phone until the server has it. An interview has one open question at a time, so one
 * entry is enough. What is kept survives a dead network, a hidden page and a killed app.
 */
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import type { Recording } from '../../shared/contracts/recordings.js'
import { ApiError } from './api-error.js'

export interface KeptAnswer {
  number: number
  text: string
  /** Grows with every edit that is to be sent; the server takes no older one after a newer one. */
  revision: number
  /** The last revision that the server has. */
  savedRevision: number
  /** Set once the candidate finished: the same key goes out until it is answered. */
  submissionKey?: string
  /** Of a spoken answer, whose text is empty: what there is of it so far. Its pieces go their own way. */
  recording?: Recording
  /** On the server's clock: it alone goes on while the phone sleeps, is set or is started again. */
  editedAtMs: number
}

export interface Outgoing {
  saveDraft(draft: { number: number; text: string; revision: number }): Promise<InterviewForCandidate>
  submit(answer: {
    number: number
    text: string
    submissionKey: string
    finishedMsAgo: number
    recording?: Recording
  }): Promise<InterviewForCandidate>
}

interface Deps {
  send: Outgoing
  kept: { read(): KeptAnswer | undefined; write(answer: KeptAnswer | undefined): void }
  /** Time on the server's clock. */
  nowMs: () => number
  newKey: () => string
}

export type Flushed =
  | { kind: 'nothing' }
  | { kind: 'saved' | 'submitted'; interview: InterviewForCandidate }
  /** The network is away; everything is kept. */
  | { kind: 'kept'; error: ApiError }
  /** The server has another truth: the question is over, or another phone writes. Its view is to be fetched. */
  | { kind: 'refused'; error: ApiError }

const longestAgoMs = 3_600_000

export class AnswerOutbox {
  private kept: KeptAnswer | undefined
  private flushing: Promise<Flushed> | undefined

  constructor(private readonly deps: Deps) {
    this.kept = deps.kept.read()
  }

  answer(): KeptAnswer | undefined {
    return this.kept
  }

  isDirty(): boolean {
    return (
      this.kept !== undefined && (this.kept.submissionKey !== undefined || this.kept.revision > this.kept.savedRevision)
    )
  }

  /**
   * Takes up a question. What the server does not have yet wins over its draft; anything else may be older than another phone's, or than
   * what this one had no room to note.
   */
  begin({ number, text, revision }: { number: number; text: string; revision: number }): KeptAnswer {
    const fresh = { number, text, revision, savedRevision: revision, editedAtMs: this.deps.nowMs() }
    const begun =
      this.kept?.number === number && (this.isAheadOf(revision) || this.kept.recording !== undefined)
        ? { ...this.kept, revision: Math.max(this.kept.revision, revision + 1), savedRevision: revision }
        : fresh
    this.keep(begun)
    return begun
  }

  private isAheadOf(revision: number): boolean {
    return this.isDirty() && (this.kept?.submissionKey !== undefined || (this.kept?.revision ?? 0) > revision)
  }

  edit(text: string): void {
    if (!this.kept || this.kept.submissionKey !== undefined || this.kept.text === text) return
    this.keep({ ...this.kept, text, revision: this.kept.revision + 1, editedAtMs: this.deps.nowMs() })
  }

  /** What was recorded up to now, or so long ago; nothing when it is to be recorded anew. */
  record(recording: Recording | undefined, agoMs = 0): void {
    if (!this.kept || this.kept.submissionKey !== undefined) return
    const { recording: _before, ...kept } = this.kept
    this.keep({ ...kept, ...(recording && { recording }), editedAtMs: this.deps.nowMs() - agoMs })
  }

  finish(): void {
    if (this.kept && this.kept.submissionKey === undefined)
      this.keep({ ...this.kept, submissionKey: this.deps.newKey() })
  }

  /** The final answer was refused and the question goes on: it can be edited again. */
  reopen(): void {
    if (!this.kept) return
    const { submissionKey: _submissionKey, ...open } = this.kept
    this.keep(open)
  }

  /** Forgets an answer to a question that is over. */
  drop(): void {
    this.keep(undefined)
  }

  /** Calls that meet while one is out wait for it and then send what is left. */
  async flush(): Promise<Flushed> {
    while (this.flushing) await this.flushing
    this.flushing = this.attempt().finally(() => {
      this.flushing = undefined
    })
    return this.flushing
  }

  private async attempt(): Promise<Flushed> {
    if (!this.kept || !this.isDirty()) return { kind: 'nothing' }
    try {
      return await this.exchange(this.kept)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return { kind: error.isUnanswered || error.status === 429 || error.status === 401 ? 'kept' : 'refused', error }
    }
  }

  private async exchange(going: KeptAnswer): Promise<Flushed> {
    const { number, text, revision, submissionKey, recording } = going
    if (submissionKey !== undefined) {
      const finishedMsAgo = agoMs(going.editedAtMs, this.deps.nowMs())
      const said = recording && { recording }
      const interview = await this.deps.send.submit({ number, text, submissionKey, finishedMsAgo, ...said })
      if (this.kept?.submissionKey === submissionKey) this.keep(undefined)
      return { kind: 'submitted', interview }
    }

    const interview = await this.deps.send.saveDraft({ number, text, revision })
    if (this.kept?.number === number)
      this.keep({ ...this.kept, savedRevision: Math.max(this.kept.savedRevision, revision) })
    return { kind: 'saved', interview }
  }

  private keep(next: KeptAnswer | undefined): void {
    this.kept = next
    this.deps.kept.write(next)
  }
}

/** An answer that an earlier version kept does not say when. */
const agoMs = (editedAtMs: number | undefined, nowMs: number): number =>
  Math.round(Math.min(longestAgoMs, Math.max(0, nowMs - (editedAtMs ?? nowMs))))
