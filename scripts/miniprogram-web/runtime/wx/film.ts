/** A clip of what the camera sees: what a phone encodes with its own chip, the browser's MediaRecorder does here. */
export interface Film {
  name: string
  /** Without the microphone it goes on, silent. */
  hear(isOn: boolean): void
  stop(): Promise<Uint8Array>
}

/** About what a phone makes of its low resolution. */
const BITS = { videoBitsPerSecond: 600_000, audioBitsPerSecond: 48_000 }

/** MP4 as on a phone, where the browser can; every clip plays by itself. */
export async function openFilm(picture: MediaStream, { withSound }: { withSound: boolean }): Promise<Film> {
  const sound = withSound ? await navigator.mediaDevices.getUserMedia({ audio: true }) : new MediaStream()
  const isMp4 = MediaRecorder.isTypeSupported('video/mp4')
  const tracks = [...picture.getVideoTracks(), ...sound.getAudioTracks()]
  const recorder = new MediaRecorder(new MediaStream(tracks), { mimeType: isMp4 ? 'video/mp4' : 'video/webm', ...BITS })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  const whenStopped = new Promise<void>((resolve) => {
    recorder.onstop = () => resolve()
  })
  await new Promise<void>((resolve, reject) => {
    recorder.onstart = () => resolve()
    recorder.onerror = () => reject(new Error('the browser does not record'))
    recorder.start()
  })
  return {
    name: isMp4 ? 'video.mp4' : 'video.webm',
    hear: (isOn) => {
      for (const track of sound.getAudioTracks()) track.enabled = isOn
    },
    async stop() {
      if (recorder.state !== 'inactive') recorder.stop()
      await whenStopped
      for (const track of sound.getTracks()) track.stop()
      return new Uint8Array(await new Blob(parts).arrayBuffer())
    },
  }
}
