/** The pitch of a voice by the McLeod method, where it is clear: what is said without a voice has none, and none is guessed. */
import { PitchDetector } from 'pitchy'
import { samplesPerSecond } from './decode-mp3.js'
import type { Stretch } from './voice-activity.js'

const windowSamples = 1_024
/** 25 looks a second: hundreds in an answer, of which a middle and a range are taken. */
const stepSamples = 640
const clear = 0.9
/** What people speak in. */
const [lowestHz, highestHz] = [60, 500]
const full = 32_768

/** In hertz, in the order of time. */
export function pitchesIn(samples: Int16Array, stretch: Stretch): number[] {
  const detector = PitchDetector.forFloat32Array(windowSamples)
  const window = new Float32Array(windowSamples)
  const found: number[] = []
  const end = Math.min(stretch.toSeconds * samplesPerSecond, samples.length) - windowSamples
  for (let from = Math.round(stretch.fromSeconds * samplesPerSecond); from <= end; from += stepSamples) {
    for (let at = 0; at < windowSamples; at += 1) window[at] = samples[from + at]! / full
    const [hz, clarity] = detector.findPitch(window, samplesPerSecond)
    if (clarity >= clear && hz >= lowestHz && hz <= highestHz) found.push(hz)
  }
  return found
}

export const semitonesBetween = (lowHz: number, highHz: number): number => 12 * Math.log2(highHz / lowHz)
