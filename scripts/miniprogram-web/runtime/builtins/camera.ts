import type { Builtin } from '../engine/types.js'
import { mocks, WxFailure } from '../wx/api.js'
import { cameraIs, cameraIsGone, type Camera } from '../wx/camera.js'
import { mayUseCamera } from '../wx/settings.js'
import { defineBuiltin } from './define.js'
import { addNode } from './nodes.js'

/** Which element has the camera: a page has one, and a second fails. */
let owner: Builtin | undefined
const opened = new WeakMap<Builtin, Camera>()

/** The browser's camera. Without the person's leave it tells an error, and with the page hidden it stops, as on a phone. */
export function defineCamera(): void {
  defineBuiltin('camera', {
    props: { mode: String, devicePosition: String, flash: String, frameSize: String, resolution: String },
    create(self) {
      const video = addNode(self.$$, 'video', { muted: true, playsInline: true, autoplay: true }, [])
      Object.assign(video.style, { width: '100%', height: '100%', objectFit: 'cover' })
      void insert(self, video)
    },
    detached(self) {
      close(self)
      if (owner === self) owner = undefined
    },
    pageHidden(self) {
      if (close(self)) self.triggerEvent('stop', {})
    },
    pageShown(self) {
      if (owner === self && !opened.has(self)) void open(self).catch((cause: Error) => fail(self, cause))
    },
  })
}

async function insert(self: Builtin, video: HTMLVideoElement): Promise<void> {
  await Promise.resolve() // until then nobody listens
  try {
    if (!mayUseCamera()) throw new WxFailure('auth deny')
    if (owner) throw new WxFailure('camera is already inserted')
    owner = self
    await open(self, video)
    self.triggerEvent('initdone', {})
  } catch (cause) {
    if (owner === self) owner = undefined
    fail(self, cause as Error)
  }
}

const fail = (self: Builtin, { message }: Error) => {
  self.triggerEvent('error', { errMsg: `insertCamera:fail ${message}` })
}

async function open(self: Builtin, video = self.$$.querySelector('video') as HTMLVideoElement): Promise<void> {
  const ask = (mocks['camera'] as typeof askBrowser | undefined) ?? askBrowser
  const stream = await ask()
  if (owner !== self) return stopTracks(stream) // gone meanwhile
  video.srcObject = stream
  await video.play()
  const camera = { video, stream }
  opened.set(self, camera)
  cameraIs(camera)
}

/** Upright and small, as a phone's front camera at its low resolution. */
const askBrowser = () =>
  navigator.mediaDevices.getUserMedia({ video: { width: 360, height: 480, frameRate: 15, facingMode: 'user' } })

/** False where it was not open. */
function close(self: Builtin): boolean {
  const camera = opened.get(self)
  if (!camera) return false
  opened.delete(self)
  cameraIsGone(camera)
  stopTracks(camera.stream)
  return true
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
