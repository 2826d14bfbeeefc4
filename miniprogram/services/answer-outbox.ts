/**
 * The answer being written, kept on the phone until the server has it. An interview has one open question at a time, so one
 * entry is enough. What is kept survives a dead network, a hidden page and a killed app.
 */
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
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
  editedAt: EditTime
}

/** A stopwatch reading counts only within one run of the app; across runs the wall clock is all there is. */
interface EditTime {
  run: string
  stopwatchMs: number
  wallMs: number
}

export interface Outgoing {
  saveDraft(draft: { number: number; text: string; revision: number }): Promise<InterviewForCandidate>
  submit(answer: { number: number; text: string; submissionKey: string; finishedMsAgo: number }): Promise<InterviewForCandidate>
}

interface Deps {
  send: Outgoing
  kept: { read(): KeptAnswer | undefined; write(answer: KeptAnswer | undefined): void }
  time: { run: string; stopwatchMs(): number; wallMs(): number }
  newKey: () => string
}

export type Flushed =
  | { kind: 'nothing' }
  | { kind: 'saved' | 'submitted'; interview: InterviewForCandidate }
  /** The network is away; everything is kept. */
  | { kind: 'kept'; error: ApiError }
  /** The server has another truth: the question is over, or another phone writes. Its view is to be fetched. */
  | { kind: 'refused'; error: ApiError }

export interface AnswerOutbox {
  answer(): KeptAnswer | undefined
  /** Takes up a question. What the server does not have yet wins over its draft; anything else may be older than another phone's. */
  begin(question: { number: number; text: string; revision: number }): KeptAnswer
  edit(text: string): void
  finish(): void
  isDirty(): boolean
  flush(): Promise<Flushed>
  /** The final answer was refused and the question goes on: it can be edited again. */
  reopen(): void
  /** Forgets an answer to a question that is over. */
  drop(): void
}

const longestAgoMs = 3_600_000

export function answerOutbox({ send, kept, time, newKey }: Deps): AnswerOutbox {
  let answer = kept.read()
  let flushing: Promise<Flushed> | undefined

  const keep = (next: KeptAnswer | undefined) => {
    answer = next
    kept.write(next)
  }
  const now = (): EditTime => ({ run: time.run, stopwatchMs: time.stopwatchMs(), wallMs: time.wallMs() })
  const isDirty = () => answer !== undefined && (answer.submissionKey !== undefined || answer.revision > answer.savedRevision)

  async function exchange(going: KeptAnswer): Promise<Flushed> {
    const { number, text, revision, submissionKey } = going
    if (submissionKey !== undefined) {
      const finishedMsAgo = agoMs(going.editedAt, now())
      const interview = await send.submit({ number, text, submissionKey, finishedMsAgo })
      keep(undefined)
      return { kind: 'submitted', interview }
    }
    const interview = await send.saveDraft({ number, text, revision })
    if (answer?.number === number) keep({ ...answer, savedRevision: Math.max(answer.savedRevision, revision) })
    return { kind: 'saved', interview }
  }

  async function attempt(): Promise<Flushed> {
    if (!answer || !isDirty()) return { kind: 'nothing' }
    try {
      return await exchange(answer)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return { kind: error.isUnanswered || error.status === 429 || error.status === 401 ? 'kept' : 'refused', error }
    }
  }

  return {
    answer: () => answer,
    isDirty,
    begin({ number, text, revision }) {
      const fresh = { number, text, revision, savedRevision: revision, editedAt: now() }
      const begun = answer?.number === number && isDirty()
        ? { ...answer, revision: Math.max(answer.revision, revision + 1), savedRevision: revision }
        : fresh
      keep(begun)
      return begun
    },
    edit(text) {
      if (!answer || answer.submissionKey !== undefined || answer.text === text) return
      keep({ ...answer, text, revision: answer.revision + 1, editedAt: now() })
    },
    finish() {
      if (answer && answer.submissionKey === undefined) keep({ ...answer, submissionKey: newKey() })
    },
    /** Calls that meet while one is out wait for it and then send what is left. */
    async flush() {
      while (flushing) await flushing
      flushing = attempt().finally(() => { flushing = undefined })
      return flushing
    },
    reopen() {
      if (!answer) return
      const { submissionKey: _submissionKey, ...open } = answer
      keep(open)
    },
    drop: () => keep(undefined),
  }
}

function agoMs(edited: EditTime, now: EditTime): number {
  const ago = edited.run === now.run ? now.stopwatchMs - edited.stopwatchMs : now.wallMs - edited.wallMs
  return Math.round(Math.min(longestAgoMs, Math.max(0, ago)))
}
