/**
 * Where somebody speaks: WebRTC's detector in WebAssembly (BSD), which looks at ten milliseconds at a time. It takes some noise for a
 * voice and goes on a little after its end; what it finds is cut back to where it fades.
 */
import fvad from '@echogarden/fvad-wasm'
import { quantileSorted } from 'simple-statistics'
import { samplesPerSecond } from './decode-mp3.js'
import { loudnessOf } from './loudness.js'

export interface Stretch {
  fromSeconds: number
  toSeconds: number
}

export const frameSamples = samplesPerSecond / 100
const bytesPerSample = 2
/** The detector's strictest. */
const mode = 3
/** Shorter than any syllable: a click. */
const leastFrames = 8
/** So far below the loud part of a stretch its voice has ended. */
const fadesByDb = 30

export async function voiceIn(samples: Int16Array): Promise<Stretch[]> {
  const loudness = loudnessOf(samples, frameSamples)
  return runsOf(await framesWithVoice(samples))
    .map((run) => cutBack(run, loudness))
    .filter(([from, to]) => to - from >= leastFrames)
    .map(([from, to]) => ({ fromSeconds: from / 100, toSeconds: to / 100 }))
}

async function framesWithVoice(samples: Int16Array): Promise<boolean[]> {
  const wasm = await fvad()
  const detector = wasm._fvad_new()
  const memory = wasm._malloc(frameSamples * bytesPerSample)
  if (detector === 0 || memory === 0) throw new Error('no memory for the voice detector')
  wasm._fvad_set_sample_rate(detector, samplesPerSecond)
  wasm._fvad_set_mode(detector, mode)
  return Array.from({ length: Math.floor(samples.length / frameSamples) }, (_none, at) => {
    wasm.HEAP16.set(samples.subarray(at * frameSamples, (at + 1) * frameSamples), memory / bytesPerSample)
    return wasm._fvad_process(detector, memory, frameSamples) === 1
  })
}

type Run = [from: number, to: number]

function runsOf(frames: readonly boolean[]): Run[] {
  const runs: Run[] = []
  for (const [at, isVoice] of frames.entries()) {
    const last = runs.at(-1)
    if (!isVoice) continue
    if (last?.[1] === at) last[1] = at + 1
    else runs.push([at, at + 1])
  }
  return runs
}

function cutBack([from, to]: Run, loudness: Float64Array): Run {
  const loud = quantileSorted([...loudness.slice(from, to).sort()], 0.9)
  let end = to
  while (end > from && loudness[end - 1]! < loud - fadesByDb) end -= 1
  return [from, end]
}
