/**
 * The phone's recorder, of which an app has one: the only file that knows `wx.getRecorderManager`. Its listeners cannot be taken
 * away again on every client, so they are set once and pass on to whoever records now.
 */
import { deviceCheck, frameKilobytes, longestClipMs, voiceFormat } from '../config.js'

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
  /** `levels`: as plain numbers instead of mp3, of which loudness can be read; not every phone gives them. */
  start(as?: 'mp3' | 'levels'): void
  stop(): void
}

let manager: WechatMiniprogram.RecorderManager | undefined
let current: RecorderListener | undefined

function opened(): WechatMiniprogram.RecorderManager {
  if (manager) return manager

  manager = wx.getRecorderManager()
  manager.onStart(() => current?.started())
  manager.onFrameRecorded(({ frameBuffer, isLastFrame }) => current?.frame(frameBuffer, isLastFrame))
  manager.onStop(({ tempFilePath }) => {
    // All of it came in frames; the file that WeChat made beside them is nobody's.
    wx.getFileSystemManager().unlink({ filePath: tempFilePath, fail: () => undefined })
    current?.stopped()
  })
  manager.onInterruptionBegin(() => current?.interrupted())
  manager.onError(({ errMsg }) => current?.failed(/auth|permission|privacy/i.test(errMsg) ? 'not-allowed' : 'broken'))
  return manager
}

export const recorder: Recorder = {
  listen: (listener) => {
    current = listener
  },
  start: (as = 'mp3') =>
    opened().start({
      duration: longestClipMs,
      format: as === 'mp3' ? 'mp3' : 'PCM',
      sampleRate: voiceFormat.sampleRate,
      numberOfChannels: 1,
      encodeBitRate: voiceFormat.bitRate,
      frameSize: as === 'mp3' ? frameKilobytes : deviceCheck.levelKilobytes,
    }),
  stop: () => opened().stop(),
}
