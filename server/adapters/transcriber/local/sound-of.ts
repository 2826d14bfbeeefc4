/** A clip as samples for a recognizer: MP3 as phones record it, and plain WAV, as the check of an operator makes it. */
import { decodeMp3 } from '../../../voice/decode-mp3.js'
import { samplesPerSecond } from './recognizer.js'

/** The longest answer that a position may ask for, and a little. */
const mostSeconds = 11 * 60

export type Sound = { kind: 'sound'; samples: Float32Array } | { kind: 'refused'; code: string }

export async function soundOf({ type, bytes }: { type: string; bytes: Uint8Array }): Promise<Sound> {
  if (type === 'audio/wav') return wav(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (type !== 'audio/mpeg') return refused('type')
  const decoded = await decodeMp3(bytes, mostSeconds)
  if (decoded.kind !== 'sound') return refused(decoded.kind)
  return { kind: 'sound', samples: Float32Array.from(decoded.samples, (sample) => sample / 32_768) }
}

const headBytes = 44

/** Of one form only: 16 bits, one channel, the recognizer's own rate. */
function wav(bytes: Buffer): Sound {
  const isKnown =
    bytes.length >= headBytes &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.readUInt16LE(20) === 1 &&
    bytes.readUInt16LE(22) === 1 &&
    bytes.readUInt32LE(24) === samplesPerSecond &&
    bytes.readUInt16LE(34) === 16
  if (!isKnown) return refused('wav')
  const count = Math.floor((bytes.length - headBytes) / 2)
  if (count > mostSeconds * samplesPerSecond) return refused('too-long')
  const samples = Float32Array.from({ length: count }, (_none, at) => bytes.readInt16LE(headBytes + at * 2) / 32_768)
  return { kind: 'sound', samples }
}

const refused = (code: string): Sound => ({ kind: 'refused', code })
