/** Sound that is like a voice and that nobody spoke: made of harmonics below two formants, with its pauses and its pitch where they are wanted. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInNewContext } from 'node:vm'

const rate = 16_000

export interface Burst {
  fromSeconds: number
  toSeconds: number
}

interface VoiceLike {
  seconds: number
  bursts: readonly Burst[]
  /** The middle of its pitch; it rises and falls by two semitones around it, twice in 2.4 s. */
  hz: number
}

const formants = [
  { hz: 600, width: 150 },
  { hz: 1_500, width: 250 },
] as const

export function voiceLike({ seconds, bursts, hz }: VoiceLike): Int16Array {
  const samples = new Int16Array(seconds * rate)
  for (const { fromSeconds, toSeconds } of bursts) {
    let phase = 0
    for (let at = Math.round(fromSeconds * rate); at < toSeconds * rate; at += 1) {
      const inBurst = at / rate - fromSeconds
      const pitch = hz * 2 ** ((2 * Math.sin((2 * Math.PI * inBurst) / 1.2)) / 12)
      phase += pitch / rate
      samples[at] = 9_000 * syllables(inBurst) * harmonics(phase, pitch)
    }
  }
  return samples
}

/** Four a second, never quite silent. */
const syllables = (seconds: number): number => 0.35 + 0.65 * Math.sin(Math.PI * 4 * seconds) ** 2

function harmonics(phase: number, pitch: number): number {
  let sum = 0
  for (let of = 1; of * pitch < 3_500; of += 1) {
    const near = formants.reduce(
      (most, { hz, width }) => Math.max(most, Math.exp(-(((of * pitch - hz) / width) ** 2))),
      0,
    )
    sum += (Math.sin(2 * Math.PI * phase * of) / of) * (0.3 + near)
  }
  return sum
}

/** Seconds of speech and of silence by turns, beginning with half a second of silence. */
export function bursts(seconds: number, { speech = 2.4, silence = 0.8 } = {}): Burst[] {
  const found: Burst[] = []
  for (let from = 0.5; from + speech < seconds; from += speech + silence)
    found.push({ fromSeconds: from, toSeconds: from + speech })
  return found
}

/** Always the same hiss. */
export function noise(seconds: number, loudness = 3_000): Int16Array {
  let state = 1
  return Int16Array.from({ length: seconds * rate }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return (state / 1_073_741_824 - 1) * loudness
  })
}

export const silence = (seconds: number): Int16Array => new Int16Array(seconds * rate)

interface Encoder {
  encodeBuffer(samples: Int16Array): Uint8Array
  flush(): Uint8Array
}

/** As a phone records it: 16 kHz, one channel, 48 kbit/s. */
export function mp3Of(samples: Int16Array, { rate: ofRate = rate } = {}): Buffer {
  const encoder = new (lame().Mp3Encoder)(1, ofRate, 48)
  const blocks = Array.from({ length: Math.ceil(samples.length / 1_152) }, (_none, at) =>
    Buffer.from(encoder.encodeBuffer(samples.subarray(at * 1_152, (at + 1) * 1_152))),
  )
  return Buffer.concat([...blocks, Buffer.from(encoder.flush())])
}

/** As the browser loads it: a script that leaves `lamejs` behind. */
function lame(): { Mp3Encoder: new (channels: number, rate: number, kilobits: number) => Encoder } {
  const file = createRequire(import.meta.url).resolve('@breezystack/lamejs')
  return runInNewContext(`${readFileSync(file, 'utf8')};lamejs`) as ReturnType<typeof lame>
}
