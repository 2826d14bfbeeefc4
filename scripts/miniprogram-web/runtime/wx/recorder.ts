import { onBackground, onCall, phone } from '../phone/state.js'
import { mocks } from './api.js'
import { openMicrophone, type Microphone, type MicrophoneOptions } from './microphone.js'
import { startFault, withDefaults, type StartOptions } from './recorder-rules.js'
import { allowMicrophone } from './settings.js'

const EVENTS = [
  'Start',
  'Pause',
  'Resume',
  'Stop',
  'FrameRecorded',
  'Error',
  'InterruptionBegin',
  'InterruptionEnd',
] as const
type EventName = (typeof EVENTS)[number]

const listeners = new Map<EventName, (event: unknown) => void>()
const tell = (name: EventName, event: object = {}) => listeners.get(name)?.(event)
const fail = (reason: string) => tell('Error', { errMsg: `operateRecorder:fail ${reason}` })

type Open = (options: MicrophoneOptions) => Promise<Microphone>

interface Running {
  microphone?: Microphone
  isPaused: boolean
  startedMs: number
  limit: number
  frameBytes: number
  waiting: Uint8Array
  all: number
}

/** One in the whole app, as on a phone. */
let running: Running | undefined

async function start(options: StartOptions): Promise<void> {
  const wanted = withDefaults(options)
  if (running) return fail(':audio is recording, don’t start record again')
  if (phone.isInCall || phone.isInBackground) return fail('recorder is occupied by the system')
  const fault = startFault(wanted)
  if (fault) return fail(fault)
  const mine = (running = {
    isPaused: false,
    startedMs: performance.now(),
    limit: 0,
    frameBytes: wanted.frameSize * 1024,
    waiting: new Uint8Array(),
    all: 0,
  } satisfies Running as Running)
  try {
    if (!(await allowMicrophone())) throw new Error('auth deny')
    await record(mine, wanted)
  } catch (cause) {
    if (running === mine) running = undefined
    fail((cause as Error).message)
  }
}

async function record(mine: Running, options: Required<StartOptions>): Promise<void> {
  const { duration, sampleRate, encodeBitRate, format } = options
  const deliver = (bytes: Uint8Array) => collect(mine, bytes)
  const microphone = await ((mocks['microphone'] as Open | undefined) ?? openMicrophone)({
    sampleRate,
    encodeBitRate,
    format,
    deliver,
  })
  if (running !== mine) return microphone.close() // stopped before it began
  Object.assign(mine, { microphone, startedMs: performance.now(), limit: window.setTimeout(stop, duration) })
  tell('Start')
}

function collect(mine: Running, bytes: Uint8Array): void {
  if (mine.isPaused || mine.frameBytes === 0) return
  mine.all += bytes.length
  mine.waiting = joined(mine.waiting, bytes)
  while (mine.waiting.length > mine.frameBytes) {
    tell('FrameRecorded', { frameBuffer: mine.waiting.slice(0, mine.frameBytes).buffer, isLastFrame: false })
    mine.waiting = mine.waiting.slice(mine.frameBytes)
  }
}

function joined(before: Uint8Array, more: Uint8Array): Uint8Array {
  const all = new Uint8Array(before.length + more.length)
  all.set(before)
  all.set(more, before.length)
  return all
}

function stop(): void {
  const ended = running
  if (!ended) return
  ended.isPaused = false
  ended.microphone?.close()
  clearTimeout(ended.limit)
  running = undefined
  if (!ended.microphone) return
  if (ended.frameBytes > 0) tell('FrameRecorded', { frameBuffer: ended.waiting.slice().buffer, isLastFrame: true })
  tell('Stop', {
    tempFilePath: 'wxfile://tmp_record.mp3',
    duration: performance.now() - ended.startedMs,
    fileSize: ended.all,
  })
}

function pause(): void {
  if (!running || running.isPaused) return
  running.isPaused = true
  running.microphone?.pause()
  tell('Pause')
}

function resume(): void {
  if (phone.isInCall) return fail('recorder is occupied by the system')
  if (!running?.isPaused) return
  running.isPaused = false
  running.microphone?.resume()
  tell('Resume')
}

/** A call takes the microphone away; leaving the front ends the recording. */
export function interruptRecorder(): void {
  onCall((isInCall) => {
    if (!isInCall) return tell('InterruptionEnd')
    if (!running) return
    tell('InterruptionBegin')
    pause()
  })
  onBackground((isInBackground) => {
    if (isInBackground) stop()
  })
}

const manager = {
  start: (options: StartOptions) => void start(options),
  stop,
  pause,
  resume,
  ...Object.fromEntries(
    EVENTS.map((name) => [`on${name}`, (listener: (event: unknown) => void) => void listeners.set(name, listener)]),
  ),
}

export const recorderApis = { getRecorderManager: () => manager }
