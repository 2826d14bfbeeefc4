/** The phone's camera, of which a page has one: whether it may be used, what it sees, and clips of it. The only file that knows `wx.createCameraContext`. */
import { longestVideoClipSeconds } from '../config.js'
import { agreesToPrivacy, askForMicrophone } from './microphone.js'
import type { RecorderFault } from './recorder.js'

export type CameraLeave = 'given' | 'refused'

const scope = 'scope.camera'
const soundScope = 'scope.record'
/** Some thirty a second come. */
const lookedAt = 10

export async function askForCamera(): Promise<CameraLeave> {
  if (!(await agreesToPrivacy())) return 'refused'
  return new Promise((resolve) => {
    wx.authorize({ scope, success: () => resolve('given'), fail: () => resolve('refused') })
  })
}

/** Only in a tap, as WeChat opens its settings nowhere else. */
export async function openCameraSettings(): Promise<CameraLeave> {
  return (await switchedInSettings())[scope] ? 'given' : 'refused'
}

/** Picture and sound. Nobody who refused the one is asked for the other. */
export async function askToFilm(): Promise<CameraLeave> {
  return (await askForMicrophone()) === 'given' ? askForCamera() : 'refused'
}

/** The settings show what somebody was asked for before, and nothing else. */
export async function openFilmSettings(): Promise<CameraLeave> {
  const { [soundScope]: hears, [scope]: sees } = await switchedInSettings()
  if (hears !== true || sees === false) return 'refused'
  return sees === true ? 'given' : askForCamera()
}

const switchedInSettings = () =>
  new Promise<Partial<Record<typeof scope | typeof soundScope, boolean>>>((resolve) => {
    wx.openSetting({ success: ({ authSetting }) => resolve(authSetting), fail: () => resolve({}) })
  })

/** Pictures of the camera that is on the page, four bytes a dot; some phones hand over none. */
export function watchCamera(seen: (picture: ArrayBuffer) => void): () => void {
  let pictures = 0
  const listener = wx.createCameraContext().onCameraFrame(({ data }) => {
    pictures += 1
    if (pictures % lookedAt === 1) seen(data)
  })
  listener.start({ fail: () => undefined })
  return () => listener.stop({ fail: () => undefined })
}

export interface ClipListener {
  started(): void
  /** A clip ended: asked to, at its own limit, or with the camera. The file may come twice, and from one that was given up. */
  filmed(filePath: string): void
  /** A call has the microphone: what is filmed from now on has no sound. */
  interrupted(): void
  /** The system or another app has the camera, or the page is hidden. */
  taken(): void
  failed(fault: RecorderFault): void
}

export interface ClipCamera {
  /** Of the next clip. */
  listen(listener: ClipListener | undefined): void
  /** As soon as there is a picture. */
  start(): void
  stop(isToBeSmaller: boolean): void
}

let current: ClipListener | undefined
let isOpen = false
let isWanted = false
let hearsOfCalls = false

function film(): void {
  const mine = current
  isWanted = false
  wx.createCameraContext().startRecord({
    timeout: longestVideoClipSeconds,
    selfieMirror: false,
    success: () => mine?.started(),
    fail: ({ errMsg }) => mine?.failed(faultOf(errMsg)),
    timeoutCallback: ({ tempVideoPath }) => {
      if (tempVideoPath) mine?.filmed(tempVideoPath)
    },
  })
}

const faultOf = (errMsg: string): RecorderFault => (/auth|permission|privacy/i.test(errMsg) ? 'not-allowed' : 'broken')

function hearOfCalls(): void {
  if (hearsOfCalls) return
  hearsOfCalls = true
  // Older clients, and WeCom's, may not tell.
  const { onAudioInterruptionBegin } = wx as Partial<WechatMiniprogram.Wx>
  onAudioInterruptionBegin?.(() => current?.interrupted())
}

export const clipCamera: ClipCamera = {
  listen: (listener) => {
    current = listener
    hearOfCalls()
  },
  start: () => {
    if (isOpen) film()
    else isWanted = true
  },
  stop: (isToBeSmaller) => {
    const mine = current
    isWanted = false
    wx.createCameraContext().stopRecord({
      compressed: isToBeSmaller,
      success: ({ tempVideoPath }) => {
        if (tempVideoPath) mine?.filmed(tempVideoPath)
      },
      // Where it had ended by itself, the file comes with its own end.
      fail: () => undefined,
    })
  },
}

/** What the page hears of its `<camera>`. */
export const cameraOnPage = {
  opened(): void {
    isOpen = true
    if (isWanted) film()
  },
  /** It is on the page no longer. */
  closed(): void {
    isOpen = false
    isWanted = false
  },
  stopped(): void {
    isOpen = false
    current?.taken()
  },
  failed(errMsg: string): void {
    isOpen = false
    current?.failed(faultOf(errMsg))
  },
}
