/**
 * Tencent Cloud's recognition of recorded sound, by its own SDK (CreateRecTask and DescribeTaskStatus, 2019-06-14). It takes a clip whole,
 * 5 MB at most, and is asked until it is done. Each task is paid for, so one that was not done in time is asked for again at the next
 * turn and not made again; what this process forgets is made again. Loaded with the first clip.
 */
import { createHash } from 'node:crypto'
import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { ModelIdentity } from '../../ports/model-scorer.js'
import type { ClipToHear, DeafReason, Transcriber, Transcription } from '../../ports/transcriber.js'
import { CallFailed } from '../json-call.js'
import { failureIn, patientWith, type Patience } from '../model-endpoint.js'
import { callFailed, reasonOf } from './tencent-faults.js'
import { stateOf } from './tencent-reply.js'

export interface TencentAsr extends ModelIdentity, Patience {
  /** Host with an optional path, for example `asr.tencentcloudapi.com`. */
  endpoint: string
  protocol: string
  /** Of Tencent's machines; `region` is what candidates read. */
  cloudRegion: string
  secretId: string
  secretKey: string
  /** `auto`: an engine that knows both. `model` is the engine's name. */
  language: 'zh' | 'en' | 'auto'
  pollMs?: number
}

/** Before base64. */
const mostBytes = 5 * 1024 * 1024
const known: readonly string[] = ['audio/mpeg', 'audio/aac', 'audio/mp4', 'audio/wav', 'video/mp4']
const fromBody = 1
const oneChannel = 1
const wordsWithPunctuation = 2
const rememberedMs = 30 * 60_000

export function tencentAsr(options: TencentAsr): Transcriber {
  const { processor, model, region, filingNumber, language, pollMs = 1_000 } = options
  let opened: ReturnType<typeof openClient> | undefined
  const client = () => (opened ??= openClient(options))
  // A clip is whole in memory while it is sent
  const within = patientWith(options, {
    atOnce: 3,
    waiting: 100,
    isWorthAsking: (code) => reasonOf(code) === 'busy' || reasonOf(code) === 'unreachable',
    countsAgainstIt: (code) => reasonOf(code) !== 'refused',
  })
  const tasks = new LRUCache<string, number>({ max: 500, ttl: rememberedMs })

  const create = (bytes: Buffer, signal: AbortSignal) =>
    within(signal, async (patience) => {
      const sdk = await client()
      const request = {
        ...{ EngineModelType: model, ChannelNum: oneChannel, ResTextFormat: wordsWithPunctuation },
        ...{ SourceType: fromBody, Data: bytes.toString('base64'), DataLen: bytes.length },
      }
      const { Data } = await untilAborted(sdk.CreateRecTask(request), patience)
      return { TaskId: Data?.TaskId }
    })

  const statusOf = (TaskId: number, signal: AbortSignal) =>
    within(signal, async (patience) => {
      const sdk = await client()
      const { Data } = await untilAborted(sdk.DescribeTaskStatus({ TaskId }), patience)
      return { ...Data }
    })

  async function heard(clip: ClipToHear, signal: AbortSignal): Promise<Transcription> {
    if (!known.includes(clip.type)) return failed('refused', 'type')
    if (clip.bytes > mostBytes) return failed('refused', 'too-large')
    const bytes = await wholeOf(clip)
    const name = createHash('sha256').update(bytes).digest('base64')
    const TaskId = tasks.get(name) ?? (await create(bytes, signal)).TaskId
    if (typeof TaskId !== 'number') return failed('unusable-reply', 'no-task')
    tasks.set(name, TaskId)

    const done = await untilDone(TaskId, signal).catch((error: unknown) => {
      if (error instanceof CallFailed && error.code.endsWith('NoSuchTask')) tasks.delete(name)
      throw error
    })
    tasks.delete(name)
    return done
  }

  async function untilDone(TaskId: number, signal: AbortSignal): Promise<Transcription> {
    for (;;) {
      await pause(pollMs, undefined, { signal })
      const state = stateOf(await statusOf(TaskId, signal), language === 'zh' ? '' : ' ')
      if (state.kind === 'heard') return { kind: 'heard', ...state.heard }
      if (state.kind === 'failed') return failed('refused', 'task-failed')
      if (state.kind === 'unusable') return failed('unusable-reply', 'reply-form')
    }
  }

  return {
    identity: { processor, model, region, filingNumber },
    transcribe: (clip, signal) =>
      heard(clip, signal).catch((error: unknown) => {
        const { reason, code } = failureIn(error, signal, reasonOf)
        return failed(reason, code)
      }),
  }
}

async function openClient({ endpoint, protocol, cloudRegion, secretId, secretKey, callSeconds }: TencentAsr) {
  const { asr } = await import('tencentcloud-sdk-nodejs-asr')
  const httpProfile = {
    endpoint,
    protocol,
    reqTimeout: callSeconds,
    ...(protocol === 'http://' && { agent: new Agent({ keepAlive: false }) }), // what stands in for it is never behind a proxy
  }
  return new asr.v20190614.Client({
    credential: { secretId, secretKey },
    region: cloudRegion,
    profile: { httpProfile },
  })
}

async function wholeOf(clip: ClipToHear): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of clip.read()) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The SDK knows no signal: what it goes on with is not waited for. */
async function untilAborted<Reply>(call: Promise<Reply>, signal: AbortSignal): Promise<Reply> {
  let stop = () => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => {
      reject(new CallFailed('timeout', 'maybe'))
    }
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([call, aborted])
  } catch (error) {
    throw callFailed(error)
  } finally {
    signal.removeEventListener('abort', stop)
    call.catch(() => {})
  }
}

const failed = (reason: DeafReason, code: string): Transcription => ({ kind: 'failed', reason, code })
