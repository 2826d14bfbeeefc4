/** What the page shows of a spoken answer: the time, whether sound arrives, and why it stands still. Pure. */
import type { Texts } from '../../i18n/texts.js'
import { minutesAndSeconds } from '../../services/clock.js'
import { questionOf, type InterviewState } from './interview-state.js'
import { hasSpoken, spokenMs, type SpokenState } from './spoken-state.js'

export interface VoiceView {
  time: string
  whole: string
  isLast: boolean
  bars: number[]
  isRecording: boolean
  hint: string
  notice: string
}

/** Heights in percent. They move on with each bit of sound that arrives; they are no measure of how loud it is. */
const wave = [14, 26, 40, 62, 48, 84, 100, 72, 92, 58, 76, 44, 30, 54, 36, 22]
const barCount = 15
const flat = 8
/** About four seconds of nothing but silence. */
const longSilence = 12

export function voiceView(
  state: InterviewState,
  text: Texts,
  { leftMs, isLast }: { leftMs: number | undefined; isLast: boolean },
): VoiceView {
  const { interview, spoken } = state
  const { interview: words } = text
  const question = interview && questionOf(interview.step)
  const isSilent = spoken.silentBeats > 0
  const isRecording = spoken.phase === 'recording'
  return {
    time: minutesAndSeconds(leftMs ?? 0),
    whole: words.voice.timeOf(lengthOf((question?.answerSeconds ?? 0) * 1_000, words)),
    isLast,
    bars: Array.from({ length: barCount }, (_, index) =>
      isRecording && !isSilent && spoken.beats > 0 ? (wave[(index + spoken.beats) % wave.length] ?? flat) : flat,
    ),
    isRecording,
    hint: hintOf(spoken, words),
    notice: spoken.isFull ? words.voice.full : spoken.isLost ? words.voice.lost : '',
  }
}

export function lengthOf(ms: number, words: Texts['interview']): string {
  const seconds = Math.round(ms / 1_000)
  const minutes = Math.floor(seconds / 60)
  if (minutes === 0) return words.seconds(seconds)
  return seconds % 60 === 0 ? words.minutes(minutes) : words.minutesSeconds(minutes, seconds % 60)
}

function hintOf(spoken: SpokenState, { voice: words }: Texts['interview']): string {
  const { phase, silentBeats, percent } = spoken
  if (phase === 'starting') return words.starting
  if (phase === 'still' && hasSpoken(spoken)) return words.uploaded(percent)
  if (phase !== 'recording') return ''
  return silentBeats >= longSilence ? words.silent : words.recording
}

/** Why it stands still, in this order: what is safe, what happened and what to do. */
export function toldOf(spoken: SpokenState, text: Texts): { safe: string; next: string } | null {
  if (spoken.why === undefined) return null
  const { interview: words } = text
  const { happened, advice } = words.voice.still[spoken.why]
  const ms = spokenMs(spoken)
  return {
    safe: hasSpoken(spoken) ? words.voice.safe(ms < 1_000 ? '' : lengthOf(ms, words)) : words.voice.nothingYet,
    next: happened + text.sentenceGap + advice,
  }
}
