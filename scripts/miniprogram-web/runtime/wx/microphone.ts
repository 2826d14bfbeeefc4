import { base } from '../phone/address.js'
import { h } from '../dom.js'

export interface MicrophoneOptions {
  sampleRate: number
  encodeBitRate: number
  /** `mp3`, or `PCM`: 16 bits a sample, as the browser hears it. */
  format: string
  deliver: (bytes: Uint8Array) => void
}

export interface Microphone {
  pause(): void
  resume(): void
  /** Gives what the encoder still holds and lets the device go. */
  close(): void
}

interface Encoder {
  encodeBuffer(samples: Int16Array): Uint8Array
  flush(): Uint8Array
}
type Lame = { Mp3Encoder: new (channels: number, sampleRate: number, kbps: number) => Encoder }

/** The browser's microphone as mp3: what a phone's recorder encodes by itself, LAME does here. */
export async function openMicrophone({ deliver, ...options }: MicrophoneOptions): Promise<Microphone> {
  const { sampleRate } = options
  const encoder = await encoderFor(options)
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const context = new AudioContext({ sampleRate })
  // Old and simple: a worklet would need a file of its own, and nothing else runs beside it here.
  const tap = context.createScriptProcessor(1024, 1, 1)
  tap.onaudioprocess = ({ inputBuffer }) => deliver(encoder.encodeBuffer(toInt16(inputBuffer.getChannelData(0))))
  context.createMediaStreamSource(stream).connect(tap)
  tap.connect(context.destination) // without an outlet it is never asked
  await context.resume()

  return {
    pause: () => void context.suspend(),
    resume: () => void context.resume(),
    close() {
      tap.onaudioprocess = null
      deliver(encoder.flush())
      for (const track of stream.getTracks()) track.stop()
      void context.close()
    },
  }
}

async function encoderFor({ format, sampleRate, encodeBitRate }: Omit<MicrophoneOptions, 'deliver'>): Promise<Encoder> {
  if (format === 'PCM')
    return { encodeBuffer: ({ buffer }) => new Uint8Array(buffer as ArrayBuffer), flush: () => new Uint8Array() }
  const { Mp3Encoder } = await lame()
  return new Mp3Encoder(1, sampleRate, encodeBitRate / 1000)
}

const toInt16 = (samples: Float32Array) =>
  Int16Array.from(samples, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767))

let loading: Promise<Lame> | undefined

/** A file of its own, unchanged (LGPL): only who records loads it. */
function lame(): Promise<Lame> {
  loading ??= new Promise((resolve, reject) => {
    const script = h('script', { src: `${base}lamejs.js` })
    script.onload = () => resolve((window as unknown as { lamejs: Lame }).lamejs)
    script.onerror = () => reject(new Error('lamejs.js did not load'))
    document.head.append(script)
  })
  return loading
}
