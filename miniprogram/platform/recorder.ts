/**
 * The phone's recorder, of which an app has one: the only file that knows `wx.getRecorderManager`. Its listeners cannot be taken
 * away again on every client, so they are set once and pass on to whoever records now.
 */
import { frameKilobytes, longestClipMs, voiceFormat } from '../config.js'

export type RecorderFault = 'not-allowed' | 'broken'

export interface RecorderListener {
  started(): void
  frame(bytes: ArrayBuffer, isLast: boolean): void
  /** It ended: asked to, at its own limit, or because the app left the front. */
  stopped(): void
  /** A call has the microphone. WeChat pauses by itself, and starts nothing until the call is over. */
  interrupted(): void
  failed(fault: RecorderFault): void
}

export interface Recorder {
  listen(listener: RecorderListener | undefined): void
  start(): void
  stop(): void
}

let manager: WechatMiniprogram.RecorderManager | undefined
let current: RecorderListener | undefined

function opened(): WechatMiniprogram.RecorderManager {
  if (manager) return manager

  manager = wx.getRecorderManager()
  manager.onStart(() => current?.started())
  manager.onFrameRecorded(({ frameBuffer, isLastFrame }) => current?.frame(frameBuffer, isLastFrame))
  manager.onStop(() => current?.stopped())
  manager.onInterruptionBegin(() => current?.interrupted())
  manager.onError(({ errMsg }) => current?.failed(/auth|permission|privacy/i.test(errMsg) ? 'not-allowed' : 'broken'))
  return manager
}

export const recorder: Recorder = {
  listen: (listener) => {
    current = listener
  },
  start: () =>
    opened().start({
      duration: longestClipMs,
      format: 'mp3',
      sampleRate: voiceFormat.sampleRate,
      numberOfChannels: 1,
      encodeBitRate: voiceFormat.bitRate,
      frameSize: frameKilobytes,
    }),
  stop: () => opened().stop(),
}
