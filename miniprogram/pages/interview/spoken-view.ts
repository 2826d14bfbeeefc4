/** What the page shows of an answer by voice or video: the time, whether it is recorded, and why it stands still. Pure. */
import type { Texts } from '../../i18n/texts.js'
import { minutesAndSeconds } from '../../services/clock.js'
import { chosenWay, lengthOf } from './answer-ways.js'
import { questionOf, type InterviewState } from './interview-state.js'
import { hasSpoken, spokenMs, type SpokenState, type StoodStill } from './spoken-state.js'

/** In the words of voice or of video, whichever is chosen. */
export const spokenWords = (state: InterviewState, { voice, video }: Texts['interview']) =>
  chosenWay(state)?.answerWith === 'video' ? video : voice

export interface SpokenView {
  time: string
  whole: string
  isLast: boolean
  bars: number[]
  isRecording: boolean
  /** From when it opens until the last of it is asked for. */
  isCameraOn: boolean
  /** Where the picture is, in words. */
  picture: string
  hint: string
  /** Little room: the time stands above the question. */
  isSmall: boolean
  brief: string
  notice: string
}

/** Heights in percent. They move on with each bit of sound that arrives; they are no measure of how loud it is. */
const wave = [14, 26, 40, 62, 48, 84, 100, 72, 92, 58, 76, 44, 30, 54, 36, 22]
const barCount = 15
const flat = 8
/** About four seconds of nothing but silence. */
const longSilence = 12

export function spokenView(
  state: InterviewState,
  text: Texts,
  { leftMs, isLast, isSmall }: { leftMs: number | undefined; isLast: boolean; isSmall: boolean },
): SpokenView {
  const { interview, spoken } = state
  const { interview: all } = text
  const words = spokenWords(state, all)
  const question = interview && questionOf(interview.step)
  const isSilent = spoken.silentBeats > 0
  const isRecording = spoken.phase === 'recording'
  // Once an answer is handed in, all of it is on the phone: nobody is filmed while it waits for the network.
  const isEnding = spoken.phase === 'ending' && !state.isFinishing
  const isCameraOn = isRecording || spoken.phase === 'starting' || isEnding
  return {
    time: minutesAndSeconds(leftMs ?? 0),
    whole: words.timeOf(lengthOf((question?.answerSeconds ?? 0) * 1_000, all)),
    isLast,
    bars: Array.from({ length: barCount }, (_, index) =>
      isRecording && !isSilent && spoken.beats > 0 ? (wave[(index + spoken.beats) % wave.length] ?? flat) : flat,
    ),
    isRecording,
    isCameraOn,
    picture: isCameraOn ? all.video.picture : all.video.noPicture,
    hint: hintOf(spoken, words),
    isSmall,
    brief: isRecording && spoken.silentBeats < longSilence ? words.brief : hintOf(spoken, words),
    notice: spoken.isFull ? words.full : spoken.isLost || spoken.hasGap ? words.lost : '',
  }
}

type Words = ReturnType<typeof spokenWords>

function hintOf(spoken: SpokenState, words: Words): string {
  const { phase, silentBeats, percent } = spoken
  if (phase === 'starting') return words.starting
  if (phase === 'still' && spoken.clips.length > 0) return words.uploaded(percent)
  if (phase !== 'recording') return ''
  return silentBeats >= longSilence ? words.silent : words.recording
}

/** Why it stands still, in this order: what is safe, what happened and what to do. */
export function toldOf(state: InterviewState, text: Texts): { safe: string; next: string } | null {
  const { spoken } = state
  if (spoken.why === undefined) return null
  const { interview: all } = text
  const { still, safe, nothingYet } = spokenWords(state, all)
  const reasons: Partial<Record<StoodStill, typeof still.broken>> = still
  const wasAllowed = spoken.why === 'not-allowed' && hasSpoken(spoken)
  const { happened, advice } = wasAllowed ? still.denied : (reasons[spoken.why] ?? still.broken)
  const ms = spokenMs(spoken)
  return {
    safe: hasSpoken(spoken) ? safe(ms < 1_000 ? '' : lengthOf(ms, all)) : nothingYet,
    next: happened + text.sentenceGap + advice,
  }
}
