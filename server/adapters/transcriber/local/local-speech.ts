/**
 * A model of the house's own as transcriber: nothing leaves this machine, so the notice names nobody. It works in a process of its own, one
 * clip at a time; one that ends or takes too long costs its clip that attempt, and the next clip starts another. It was run with no model:
 * what is checked is everything around the recognizer.
 */
import { once } from 'node:events'
import { basename } from 'node:path'
import type { ClipToHear, DeafReason, Transcriber, Transcription } from '../../../ports/transcriber.js'
import type { FromProcess, Model, ToProcess } from './apart/messages.js'
import { startProcess, type ModelProcess } from './apart/start-process.js'

export interface LocalSpeech extends Model {
  /** For one clip, with the start of the process where there is none. */
  callSeconds: number
  start?: (model: Model) => ModelProcess
}

/** Some twenty minutes of the usual sound. */
const mostBytes = 16 * 1024 * 1024
const mostWaiting = 50
const known: readonly string[] = ['audio/mpeg', 'audio/wav']

export function localSpeech({ folder, language, callSeconds, start = startProcess }: LocalSpeech) {
  let running: ModelProcess | undefined
  let line: Promise<unknown> = Promise.resolve()
  let waiting = 0

  function started(): ModelProcess {
    const child = start({ folder, language })
    child.unref()
    child.channel?.unref()
    child.on('error', () => {})
    child.once('exit', () => {
      if (running === child) running = undefined
    })
    return child
  }

  /** Two models at once may be more than the machine holds: one has ended before the next begins. */
  async function end(): Promise<void> {
    const ending = running
    running = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const gone = once(ending, 'exit')
    ending.kill('SIGKILL')
    await gone
  }

  async function heard(clip: ClipToHear, signal: AbortSignal): Promise<Transcription> {
    if (signal.aborted) return failed('late', 'deadline')
    const bytes = await wholeOf(clip).catch(() => undefined)
    if (!bytes) return failed('unreachable', 'clip')
    const patience = AbortSignal.any([signal, AbortSignal.timeout(callSeconds * 1000)])
    try {
      if (running === undefined) {
        running = started()
        await nextWord(running, patience)
      }
      const answer = nextWord(running, patience)
      running.send({ type: clip.type, bytes } satisfies ToProcess, () => {})
      return outcomeOf(await answer)
    } catch {
      await end()
      if (!patience.aborted) return failed('unreachable', 'process-ended')
      return failed('late', signal.aborted ? 'deadline' : 'timeout')
    }
  }

  const transcriber: Transcriber = {
    identity: { processor: '', model: basename(folder), region: '', filingNumber: '' },
    async transcribe(clip, signal) {
      if (!known.includes(clip.type)) return failed('refused', 'type')
      if (clip.bytes > mostBytes) return failed('refused', 'too-large')
      if (waiting >= mostWaiting) return failed('busy', 'queue-full')
      waiting += 1
      const turn = line.then(() => heard(clip, signal))
      line = turn
      return turn.finally(() => (waiting -= 1))
    },
  }
  return { ...transcriber, close: () => line.then(end) }
}

function outcomeOf(answer: FromProcess): Transcription {
  if (answer.kind === 'heard') return answer
  return answer.kind === 'refused' ? failed('refused', answer.code) : failed('unusable-reply', 'no-answer')
}

async function wholeOf(clip: ClipToHear): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  for await (const piece of clip.read()) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

/** Rejects when the process ends, or when nobody waits any more. */
function nextWord(child: ModelProcess, patience: AbortSignal): Promise<FromProcess> {
  return new Promise((resolve, reject) => {
    const over = () => {
      child.off('message', hear)
      child.off('error', end)
      child.off('exit', end)
      patience.removeEventListener('abort', end)
    }
    const hear = (message: FromProcess) => {
      over()
      resolve(message)
    }
    const end = () => {
      over()
      reject(new Error('the process said nothing'))
    }
    child.on('message', hear)
    child.on('error', end)
    child.on('exit', end)
    patience.addEventListener('abort', end)
    if (patience.aborted) end()
  })
}

const failed = (reason: DeafReason, code: string): Transcription => ({ kind: 'failed', reason, code })
