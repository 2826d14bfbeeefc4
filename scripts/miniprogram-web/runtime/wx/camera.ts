/** The <camera> on the page: the browser's camera in place of a phone's. What it sees as dots, and clips of it. */
import { onCall, phone } from '../phone/state.js'
import { api, mocks, WxFailure } from './api.js'
import { emit } from './events.js'
import { addTempFile } from './files.js'
import { openFilm, type Film } from './film.js'
import { mayUseMicrophone } from './settings.js'

interface Frame {
  width: number
  height: number
  data: ArrayBuffer
}

export interface Camera {
  video: HTMLVideoElement
  stream: MediaStream
}

/** A phone gives some thirty a second. */
const FRAME_MS = 100
const WIDTH = 72
/** docs: CameraContext.startRecord */
const USUAL_SECONDS = 30
const MOST_SECONDS = 300

/** A page has one. */
let current: Camera | undefined

export function cameraIs(camera: Camera): void {
  current = camera
}

/** Whatever was recorded ends with it, as with the page in the background. */
export function cameraIsGone(camera: Camera): void {
  if (current !== camera) return
  void endByItself()
  current = undefined
}

function frameOf(video: HTMLVideoElement): Frame | undefined {
  const height = Math.round((WIDTH * video.videoHeight) / Math.max(1, video.videoWidth))
  if (height === 0) return undefined
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width: WIDTH, height })
  const drawing = canvas.getContext('2d')
  drawing?.drawImage(video, 0, 0, WIDTH, height)
  const data = drawing?.getImageData(0, 0, WIDTH, height).data
  return data && { width: WIDTH, height, data: data.slice().buffer }
}

interface StartOptions {
  timeout?: number
  timeoutCallback?: (file: ClipFile) => void
}
interface ClipFile {
  tempVideoPath: string
  tempThumbPath: string
}
interface Running {
  film?: Film
  timer: number
  timeoutCallback: StartOptions['timeoutCallback']
}

let running: Running | undefined

function startFault(seconds: number): string | undefined {
  if (!current) return 'camera is not ready'
  if (running) return 'is recording'
  if (phone.isInBackground || phone.isInCall) return 'is occupied by the system'
  return seconds > 0 && seconds <= MOST_SECONDS ? undefined : `timeout ${seconds} is out of range (0, ${MOST_SECONDS}]`
}

async function startRecord({ timeout = USUAL_SECONDS, timeoutCallback }: StartOptions): Promise<void> {
  const fault = startFault(timeout)
  if (fault) throw new WxFailure(fault)
  const mine: Running = (running = { timer: 0, timeoutCallback })
  const open = (mocks['film'] as typeof openFilm | undefined) ?? openFilm
  try {
    const film = await open(current!.stream, { withSound: mayUseMicrophone() })
    if (running !== mine) {
      void film.stop()
      throw new WxFailure('stopped before it began')
    }
    mine.film = film
    mine.timer = window.setTimeout(() => void endByItself(), timeout * 1_000)
  } catch (cause) {
    if (running === mine) running = undefined
    throw cause
  }
}

async function stopRecord(): Promise<ClipFile> {
  const ended = running
  running = undefined
  if (!ended?.film) throw new WxFailure('is not recording')
  return fileOf(ended, ended.film)
}

/** At its limit, or when the camera is taken away. */
async function endByItself(): Promise<void> {
  const ended = running
  running = undefined
  if (ended?.film) ended.timeoutCallback?.(await fileOf(ended, ended.film))
}

async function fileOf({ timer }: Running, film: Film): Promise<ClipFile> {
  clearTimeout(timer)
  const tempVideoPath = addTempFile(film.name, await film.stop())
  return { tempVideoPath, tempThumbPath: `${tempVideoPath}.jpg` }
}

/** A call takes the microphone and leaves the picture; whoever listens is told. */
export function interruptCamera(): void {
  onCall((isInCall) => {
    running?.film?.hear(!isInCall)
    emit(isInCall ? 'AudioInterruptionBegin' : 'AudioInterruptionEnd', {})
  })
}

const createCameraContext = () => ({
  startRecord: api('operateCamera', startRecord),
  stopRecord: api('operateCamera', stopRecord),
  onCameraFrame(seen: (frame: Frame) => void) {
    let timer = 0
    const look = () => {
      const frame = current && frameOf(current.video)
      if (frame) seen(frame)
    }
    return {
      start: api('start', () => {
        timer = window.setInterval(look, FRAME_MS)
      }),
      stop: api('stop', () => clearInterval(timer)),
    }
  },
})

export const cameraApis = { createCameraContext }
