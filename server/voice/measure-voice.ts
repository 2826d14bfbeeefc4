/** What can be measured of a spoken answer: figures for people to read beside it, in no score. No word here says what they mean. */
import { quantileSorted } from 'simple-statistics'
import type { VoiceMeasures } from '../../shared/contracts/voice-measures.js'
import { samplesPerSecond } from './decode-mp3.js'
import { loudnessOf } from './loudness.js'
import { pausesBetween, secondsOf, secondsOfAll } from './pauses.js'
import { pitchesIn, semitonesBetween } from './pitch.js'
import { frameSamples, voiceIn, type Stretch } from './voice-activity.js'

/** Fewer than this, less than half a second together, are no pitch of a voice. */
const fewestPitches = 10

interface Spoken {
  samples: Int16Array
  voice: Stretch[]
  pitches: number[]
}

/** Undefined: nobody speaks. */
export async function measureVoice(clips: readonly Int16Array[]): Promise<VoiceMeasures | undefined> {
  const spoken = await Promise.all(clips.map(spokenIn))
  const speechSeconds = spoken.reduce((sum, { voice }) => sum + secondsOfAll(voice), 0)
  const pitches = spoken.flatMap((one) => one.pitches).sort((one, other) => one - other)
  if (pitches.length < fewestPitches) return undefined
  return {
    speechSeconds: rounded(speechSeconds),
    pauses: pausesIn(spoken),
    pitch: {
      medianHz: Math.round(quantileSorted(pitches, 0.5)),
      rangeSemitones: rounded(semitonesBetween(quantileSorted(pitches, 0.05), quantileSorted(pitches, 0.95))),
    },
    loudnessRangeDb: rounded(loudnessRangeOf(spoken)),
  }
}

/** A stretch without any clear pitch is noise that was taken for a voice. */
async function spokenIn(samples: Int16Array): Promise<Spoken> {
  const heard = (await voiceIn(samples)).map((stretch) => ({ stretch, pitches: pitchesIn(samples, stretch) }))
  const voiced = heard.filter(({ pitches }) => pitches.length > 0)
  return {
    samples,
    voice: voiced.map(({ stretch }) => stretch),
    pitches: voiced.flatMap(({ pitches }) => pitches),
  }
}

/** In each clip by itself: nobody knows what was between two of them. */
function pausesIn(spoken: readonly Spoken[]): VoiceMeasures['pauses'] {
  const pauses = spoken.flatMap(({ voice }) => pausesBetween(voice))
  const wholeSeconds = spoken.reduce((sum, { voice }) => {
    const [first, last] = [voice[0], voice.at(-1)]
    return first && last ? sum + last.toSeconds - first.fromSeconds : sum
  }, 0)
  return {
    count: pauses.length,
    longestSeconds: rounded(Math.max(0, ...pauses.map(secondsOf))),
    share: wholeSeconds === 0 ? 0 : Math.round((secondsOfAll(pauses) / wholeSeconds) * 100) / 100,
  }
}

/** From the quiet to the loud end of what was said. */
function loudnessRangeOf(spoken: readonly Spoken[]): number {
  const rising = [
    ...Float64Array.from(
      spoken.flatMap(({ samples, voice }) => {
        const loudness = loudnessOf(samples, frameSamples)
        const frame = (seconds: number) => Math.round((seconds * samplesPerSecond) / frameSamples)
        return voice.flatMap(({ fromSeconds, toSeconds }) => [...loudness.slice(frame(fromSeconds), frame(toSeconds))])
      }),
    ).sort(),
  ]
  return quantileSorted(rising, 0.95) - quantileSorted(rising, 0.05)
}

const rounded = (value: number): number => Math.round(value * 10) / 10
