/** One life of the thread, from its start to its end, however it ends. One interview at a time: who ended it is never in doubt. */
import type { Worker } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import type { Assessment } from '../../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { InterviewById } from '../with-bank.js'
import type { BankVersion, FromThread, SaidTo, ToThread } from './messages.js'

export interface Limits {
  /** To load the dictionary: 0.4 s of work, many times that on a machine with too much to do. */
  startMs: number
  /** 10 ms of work, 0.5 s with questions of a version that is new here. */
  interviewMs: number
  closeMs: number
}

/** A bank and what the scorer prepares of it are a few MB. */
const versionsKept = 8

export class ScoringThread {
  readonly exited: Promise<void>
  private readonly ready: Promise<FromThread>
  private wasReady = false
  private isOver = false
  /** Whoever waits for what the thread says next. */
  private waiting: { resolve: (message: FromThread) => void; reject: (error: Error) => void } | undefined
  private readonly sent = new LRUCache<string, true>({
    max: versionsKept,
    dispose: (_sent, key) => this.post({ type: 'forget', key }),
  })

  constructor(
    private readonly worker: Worker,
    private readonly limits: Limits,
    /** It ended without being asked to. */
    private readonly onDeath: (error: Error, life: { wasReady: boolean }) => void,
  ) {
    let fault: Error | undefined
    worker.on('message', (message: FromThread) => this.waiting?.resolve(message))
    worker.on('messageerror', (error) => this.die(error))
    worker.on('error', (error: Error) => (fault = error))
    this.exited = new Promise((resolve) =>
      worker.once('exit', (code) => {
        this.die(fault ?? new Error(`the scorer's thread ended with code ${code}`))
        resolve()
      }),
    )
    this.ready = this.hear(limits.startMs)
    this.ready.then(
      () => (this.wasReady = true),
      () => {}, // told to onDeath, and to whoever asks for an assessment
    )
  }

  private keep({ key, bank }: BankVersion): void {
    if (this.sent.get(key)) return
    this.post({ type: 'keep', key, bank })
    this.sent.set(key, true)
  }

  async assess(version: BankVersion, interview: InterviewById): Promise<Assessment> {
    const reply = await this.ask(version, { type: 'assess', key: version.key, interview })
    if (reply.type === 'assessed') return reply.assessment
    throw faultIn(reply)
  }

  async followUp(version: BankVersion, about: SaidTo): Promise<Bilingual | undefined> {
    const reply = await this.ask(version, { type: 'follow-up', key: version.key, about })
    if (reply.type === 'asked-on') return reply.says
    throw faultIn(reply)
  }

  async makeReady(version: BankVersion, sourceId: string): Promise<void> {
    const reply = await this.ask(version, { type: 'make-ready', key: version.key, sourceId })
    if (reply.type !== 'made-ready') throw faultIn(reply)
  }

  /** Only while nobody waits for an assessment. */
  async close(): Promise<void> {
    this.isOver = true
    this.post({ type: 'close' })
    const timer = setTimeout(() => void this.worker.terminate(), this.limits.closeMs)
    await this.exited
    clearTimeout(timer)
  }

  private async ask(version: BankVersion, question: ToThread): Promise<FromThread> {
    await this.ready
    this.keep(version)
    this.post(question)
    return this.hear(this.limits.interviewMs)
  }

  private post(message: ToThread): void {
    this.worker.postMessage(message)
  }

  private hear(withinMs: number): Promise<FromThread> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.die(new Error(`the scorer said nothing for ${withinMs} ms`)), withinMs)
      const over = (): void => {
        clearTimeout(timer)
        this.waiting = undefined
      }
      this.waiting = {
        resolve: (message) => (over(), resolve(message)),
        reject: (error) => (over(), reject(error)),
      }
    })
  }

  private die(error: Error): void {
    this.waiting?.reject(error)
    if (this.isOver) return
    this.isOver = true
    void this.worker.terminate()
    this.onDeath(error, { wasReady: this.wasReady })
  }
}

const faultIn = (reply: FromThread): Error =>
  reply.type === 'failed' ? reply.error : new Error('the thread said something else')
