/** An MP3 as one channel of 16 000 samples a second, decoded a little at a time: never more than the result and one bite in memory. */
import { MPEGDecoder } from 'mpg123-decoder'
import { resampler } from './resampler.js'

export const samplesPerSecond = 16_000
const biteBytes = 32 * 1024

export type Decoded = { kind: 'sound'; samples: Int16Array } | { kind: 'unreadable' | 'too-long' }

export async function decodeMp3(mp3: Uint8Array, mostSeconds: number): Promise<Decoded> {
  const decoder = new MPEGDecoder()
  await decoder.ready
  try {
    return decodeWith(decoder, mp3, mostSeconds * samplesPerSecond)
  } finally {
    decoder.free()
  }
}

function decodeWith(decoder: MPEGDecoder, mp3: Uint8Array, mostSamples: number): Decoded {
  const parts: Int16Array[] = []
  let samples = 0
  let convert: ((sound: Float32Array) => Int16Array) | undefined
  for (let from = 0; from < mp3.length; from += biteBytes) {
    const { channelData, sampleRate, samplesDecoded } = decoder.decode(mp3.subarray(from, from + biteBytes))
    if (samplesDecoded === 0) continue
    convert ??= resampler(sampleRate, samplesPerSecond)
    const part = convert(oneOf(channelData))
    samples += part.length
    if (samples > mostSamples) return { kind: 'too-long' }
    parts.push(part)
  }
  return samples === 0 ? { kind: 'unreadable' } : { kind: 'sound', samples: joined(parts, samples) }
}

function oneOf([left, right]: Float32Array[]): Float32Array {
  return right ? left!.map((sample, at) => (sample + right[at]!) / 2) : left!
}

function joined(parts: readonly Int16Array[], length: number): Int16Array {
  const whole = new Int16Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
