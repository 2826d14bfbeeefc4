/** How loud each frame is, in decibels below full scale. */
const full = 32_768
const silence = 1e-10

export function loudnessOf(samples: Int16Array, frameSamples: number): Float64Array {
  return Float64Array.from({ length: Math.floor(samples.length / frameSamples) }, (_none, frame) => {
    let sum = 0
    for (let at = frame * frameSamples; at < (frame + 1) * frameSamples; at += 1) sum += samples[at]! ** 2
    return 10 * Math.log10(sum / frameSamples / full ** 2 + silence)
  })
}
