import type { Builtin } from '../engine/types.js'
import { cameraIs } from '../wx/camera.js'
import { mayUseCamera } from '../wx/settings.js'
import { defineBuiltin } from './define.js'
import { addNode } from './nodes.js'

/** The browser's camera. Without the person's leave it tells an error, as on a phone. */
export function defineCamera(): void {
  defineBuiltin('camera', {
    props: { mode: String, devicePosition: String, flash: String, frameSize: String, resolution: String },
    create(self) {
      const video = addNode(self.$$, 'video', { muted: true, playsInline: true, autoplay: true }, [])
      Object.assign(video.style, { width: '100%', height: '100%', objectFit: 'cover' })
      void open(self, video)
    },
    detached(self) {
      const { srcObject } = videoOf(self)
      for (const track of (srcObject as MediaStream | null)?.getTracks() ?? []) track.stop()
      cameraIs(undefined)
    },
  })
}

const videoOf = (self: Builtin) => self.$$.querySelector('video') as HTMLVideoElement

async function open(self: Builtin, video: HTMLVideoElement): Promise<void> {
  try {
    if (!mayUseCamera()) throw new Error('auth deny')
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true })
    await video.play()
    cameraIs(video)
    self.triggerEvent('initdone', {})
  } catch (cause) {
    self.triggerEvent('error', { errMsg: `insertCamera:fail ${(cause as Error).message}` })
  }
}
