/** Plays one file that lies on the phone: the only file that knows `wx.createInnerAudioContext`. */

export interface Player {
  /** Rejects where the phone cannot play it; resolves when it is over or was stopped. */
  play(filePath: string): Promise<void>
  stop(): void
}

export function audioPlayer(): Player {
  let stopNow: (() => void) | undefined

  const stop = () => {
    stopNow?.()
    stopNow = undefined
  }

  const play = (filePath: string) =>
    new Promise<void>((resolve, reject) => {
      stop()
      // Whoever keeps the phone silent still wants to hear themselves.
      wx.setInnerAudioOption({ obeyMuteSwitch: false, fail: () => undefined })
      const audio = wx.createInnerAudioContext()
      const end = (settle: () => void) => {
        stopNow = undefined
        audio.destroy()
        settle()
      }
      stopNow = () => {
        audio.stop()
        end(resolve)
      }
      audio.onEnded(() => end(resolve))
      // A call: what was interrupted is played from the start again.
      audio.onPause(() => end(resolve))
      audio.onError(({ errMsg }) => end(() => reject(new Error(errMsg))))
      audio.src = filePath
      audio.play()
    })

  return { play, stop }
}
