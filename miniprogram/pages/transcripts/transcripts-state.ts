import type { TranscriptsForCandidate } from '../../../shared/contracts/corrections.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

export interface TranscriptsState {
  transcripts: Loadable<TranscriptsForCandidate>
  /** Which answer is being corrected, and to what. */
  writing: { number: number; text: string } | undefined
  isSending: boolean
  /** Code of what went wrong with the last tap. */
  failure: string
}

export const initialTranscripts: TranscriptsState = {
  transcripts: { kind: 'loading' },
  writing: undefined,
  isSending: false,
  failure: '',
}

type Answer = TranscriptsForCandidate['answers'][number]

interface AnswerView {
  number: number
  title: string
  stem: string
  parts: (Answer['parts'][number] & { place: number })[]
  correctedText: string
  /** Empty as long as nothing was corrected. */
  corrected: string
  /** Label of the button; empty where there is nothing to press. */
  correct: string
}

export interface TranscriptsView extends LoadingView {
  style: string
  text: Record<'retry' | 'intro' | 'unsureKey' | 'label' | 'once' | 'cancel', string>
  position: string
  state: string
  hasUnsure: boolean
  answers: AnswerView[]
  form: { number: number; most: number; count: string; before: string; send: string; isBusy: boolean; maySend: boolean }
  actFailure: FailureView | null
}

const noForm: TranscriptsView['form'] = {
  number: 0,
  most: 0,
  count: '',
  before: '',
  send: '',
  isBusy: false,
  maySend: false,
}

const shownOf = ({ transcripts }: TranscriptsState): TranscriptsForCandidate | undefined =>
  transcripts.kind === 'ready' ? transcripts.value : undefined

const answerOf = (state: TranscriptsState, number: number): Answer | undefined =>
  shownOf(state)?.answers.find((one) => one.number === number)

export const heardIn = ({ parts }: Pick<Answer, 'parts'>): string => parts.map(({ text }) => text).join('')

/** From what was heard: only what was misheard is changed. */
export function correcting(state: TranscriptsState, number: number): TranscriptsState {
  const answer = answerOf(state, number)
  if (!answer || state.isSending) return state
  return { ...state, writing: { number, text: heardIn(answer) }, failure: '' }
}

/** Something is in it, and it is not what stands there already. */
export function maySend(state: TranscriptsState): boolean {
  const { writing, isSending } = state
  const answer = writing && answerOf(state, writing.number)
  if (!answer || isSending) return false
  const text = writing.text.trim()
  return text !== '' && text !== heardIn(answer).trim()
}

export function toView(state: TranscriptsState, frame: Frame): TranscriptsView {
  const { text, style, language } = frame
  const { transcripts: words } = text
  const shown = shownOf(state)
  return {
    ...loadingView(state.transcripts, text),
    style,
    text: {
      retry: text.retry,
      intro: words.intro,
      unsureKey: words.unsureKey,
      label: words.label,
      once: words.before.once,
      cancel: words.cancel,
    },
    position: shown?.positionTitle[language] ?? '',
    state: shown ? stateText(shown, frame) : '',
    hasUnsure: shown?.answers.some(({ parts }) => parts.some(({ isUnsure }) => isUnsure)) ?? false,
    answers: shown?.answers.map((answer) => answerView(answer, state, frame)) ?? [],
    form: formView(state, frame),
    actFailure: state.failure === '' ? null : failureView(state.failure, text),
  }
}

function stateText({ state, until }: TranscriptsForCandidate, { text: { transcripts: words }, dates }: Frame): string {
  if (state === 'open') return words.open(until ? dates.dayAndTime(until) : '')
  return words[state]
}

function answerView(
  { number, followUpTo, stem, parts, correction }: Answer,
  state: TranscriptsState,
  { text: { transcripts: words }, language, dates }: Frame,
): AnswerView {
  const isOpen = shownOf(state)?.state === 'open' && !correction && state.writing?.number !== number
  return {
    number,
    title: followUpTo === undefined ? words.question(number) : words.followUpTo(followUpTo),
    stem: stem[language],
    parts: parts.map((part, place) => ({ ...part, place })),
    correctedText: correction?.text ?? '',
    corrected: correction ? words.corrected(dates.dayAndTime(correction.at)) : '',
    correct: isOpen ? words.correct : '',
  }
}

function formView(state: TranscriptsState, { text: { transcripts: words } }: Frame): TranscriptsView['form'] {
  const { writing, isSending } = state
  const answer = writing && answerOf(state, writing.number)
  if (!writing || !answer) return noForm
  return {
    number: writing.number,
    most: answer.maxCharacters,
    count: words.count(Array.from(writing.text).length, answer.maxCharacters),
    before: shownOf(state)?.isScored ? words.before.scored : words.before.read,
    send: isSending ? words.sending : words.send,
    isBusy: isSending,
    maySend: maySend(state),
  }
}
