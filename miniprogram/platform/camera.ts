/** The phone's camera: whether it may be used, and what it sees now. Nothing is recorded. The only file that knows `wx.createCameraContext`. */
import { agreesToPrivacy } from './microphone.js'

export type CameraLeave = 'given' | 'refused'

const scope = 'scope.camera'
/** Some thirty a second come. */
const lookedAt = 10

export async function askForCamera(): Promise<CameraLeave> {
  if (!(await agreesToPrivacy())) return 'refused'
  return new Promise((resolve) => {
    wx.authorize({ scope, success: () => resolve('given'), fail: () => resolve('refused') })
  })
}

/** Only in a tap, as WeChat opens its settings nowhere else. */
export function openCameraSettings(): Promise<CameraLeave> {
  return new Promise((resolve) => {
    wx.openSetting({
      success: ({ authSetting }) => resolve(authSetting[scope] ? 'given' : 'refused'),
      fail: () => resolve('refused'),
    })
  })
}

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
