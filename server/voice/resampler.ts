/**
 * Samples at another rate, part by part. Each is the mean of what lies in its place, which takes out most of what the lower rate cannot
 * hold: enough for loudness and for a voice's pitch, which lie far below.
 */
const full = 32_767

export function resampler(from: number, to: number): (sound: Float32Array) => Int16Array {
  const step = from / to
  let rest = new Float32Array(0)
  /** Where in `rest` the next one begins. */
  let at = 0

  return (sound) => {
    const whole = new Float32Array(rest.length + sound.length)
    whole.set(rest)
    whole.set(sound, rest.length)
    const count = Math.max(0, Math.floor((whole.length - at) / step))
    const samples = Int16Array.from({ length: count }, (_none, index) =>
      toInteger(meanOf(whole, at + index * step, at + (index + 1) * step)),
    )
    const end = at + count * step
    rest = whole.slice(Math.floor(end))
    at = end - Math.floor(end)
    return samples
  }
}

function meanOf(sound: Float32Array, from: number, to: number): number {
  const first = Math.floor(from)
  const last = Math.max(first + 1, Math.floor(to))
  let sum = 0
  for (let at = first; at < last; at += 1) sum += sound[at]!
  return sum / (last - first)
}

const toInteger = (sample: number): number => Math.round(Math.max(-1, Math.min(1, sample)) * full)
