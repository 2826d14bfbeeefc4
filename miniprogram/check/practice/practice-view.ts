/** What the practice page shows. Pure. */
import { practiceMs } from '../../config.js'
import type { Texts } from '../../i18n/texts.js'
import { minutesAndSeconds } from '../../services/clock.js'
import type { Frame } from '../../services/frame.js'
import { primaryAct, secondaryAct, type PracticeAct, type PracticeState } from './practice-state.js'

type Words = Texts['check']

interface Button {
  label: string
  isBusy: boolean
  act: PracticeAct
}

export interface PracticeView {
  style: string
  title: string
  tag: string
  question: string
  /** What becomes of it: with the question before it begins, below the voice afterwards. */
  kept: string
  isBegun: boolean
  time: string
  whole: string
  bars: number[]
  isRecording: boolean
  /** Its hint would lie behind the button. */
  isTight: boolean
  hint: string
  banner: { safe: string; next: string } | null
  primary: Button
  secondary: Button
  again: string
}

export function toView(state: PracticeState, { text, style, isNarrow, isShort }: Frame): PracticeView {
  const { check: words } = text
  const { practice } = words
  const isOver = state.phase === 'recorded' || state.phase === 'playing'
  return {
    style,
    title: practice.title,
    tag: practice.tag,
    question: practice.question,
    kept: practice.kept,
    isBegun: state.phase !== 'ready',
    time: minutesAndSeconds(isOver ? state.recordedMs : state.leftMs),
    whole: isOver
      ? practice.length(Math.ceil(state.recordedMs / 1_000))
      : practice.timeOf(text.interview.seconds(practiceMs / 1_000)),
    bars: barsOf(state),
    isRecording: state.phase === 'recording' || state.phase === 'playing',
    isTight: isNarrow || isShort,
    hint: hintOf(state, practice),
    banner: state.why ? { safe: practice.safe, next: practice.why[state.why] } : null,
    primary: primaryOf(state, words),
    secondary: secondaryOf(state, practice),
    again: isOver ? practice.again : '',
  }
}

/** About four seconds of nothing but silence. */
const longSilence = 12

function hintOf({ phase, silentBeats }: PracticeState, words: Words['practice']): string {
  if (phase === 'recording') return silentBeats >= longSilence ? words.silent : words.recording
  return phase === 'ending' ? '' : words[phase]
}

function primaryOf(state: PracticeState, { practice, openMicrophone }: Words): Button {
  const act = primaryAct(state)
  const labels: Partial<Record<PracticeAct, string>> = {
    none: state.phase === 'ending' ? practice.stop : practice.starting,
    record: practice.start,
    stop: practice.stop,
    'open-settings': openMicrophone,
    begin: practice.done,
    back: practice.doneBack,
  }
  return { label: labels[act] ?? '', isBusy: act === 'none', act }
}

/** Without a recording it leads on all the same. */
function secondaryOf(state: PracticeState, words: Words['practice']): Button {
  const act = secondaryAct(state)
  const labels: Partial<Record<PracticeAct, string>> = {
    listen: words.listen,
    'stop-listening': words.stopListening,
    begin: state.why === undefined ? words.without : words.writing,
    back: words.withoutBack,
  }
  return { label: labels[act] ?? '', isBusy: false, act }
}

/** Heights in percent. They move on with each bit of sound that arrives; they are no measure of how loud it is. */
const wave = [14, 26, 40, 62, 48, 84, 100, 72, 92, 58, 76, 44, 30, 54, 36, 22]
const barCount = 15
const flat = 8

const barsOf = ({ phase, beats, silentBeats }: PracticeState): number[] =>
  Array.from({ length: barCount }, (_, bar) =>
    (phase === 'recording' && beats > 0 && silentBeats === 0) || phase === 'playing'
      ? (wave[(bar + beats) % wave.length] ?? flat)
      : flat,
  )
