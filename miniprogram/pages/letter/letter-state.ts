import type { LetterForCandidate } from '../../../shared/contracts/staff-decisions.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

export interface LetterState {
  letter: Loadable<LetterForCandidate>
  /** What is being written to the team; undefined while nothing is. */
  writing?: string | undefined
  isAsking: boolean
  /** Code of what went wrong with the last tap. */
  failure: string
}

export const initialLetter: LetterState = { letter: { kind: 'loading' }, isAsking: false, failure: '' }

interface LetterInWords {
  when: string
  opening: string
  assessed: string
  strength: { text: string; quote: string }
  nextStep: string
  appeal: { text: string; until: string; contact: string; asked: string; askedWords: string }
  answer: { title: string; text: string; when: string }
  closing: string
}

interface RequestForm {
  label: string
  hint: string
  send: string
  cancel: string
  isBusy: boolean
}

export interface LetterView extends LoadingView {
  style: string
  text: Texts['letter'] & { retry: string }
  letter: LetterInWords
  /** Empty when nobody may be asked any more, or somebody was, or while the request is written. */
  ask: string
  form: RequestForm | null
  actFailure: FailureView | null
}

const noLetter: LetterInWords = {
  when: '',
  opening: '',
  assessed: '',
  strength: { text: '', quote: '' },
  nextStep: '',
  appeal: { text: '', until: '', contact: '', asked: '', askedWords: '' },
  answer: { title: '', text: '', when: '' },
  closing: '',
}

export function toView(state: LetterState, frame: Frame): LetterView {
  const { text, style } = frame
  return {
    ...loadingView(state.letter, text),
    style,
    text: { ...text.letter, retry: text.retry },
    letter: state.letter.kind === 'ready' ? inWords(state.letter.value, frame) : noLetter,
    ask: mayAsk(state) && state.writing === undefined ? text.letterAppeal.ask : '',
    form: mayAsk(state) && state.writing !== undefined ? requestForm(state, text) : null,
    actFailure: state.failure === '' ? null : failureView(state.failure, text),
  }
}

const mayAsk = ({ letter }: LetterState): boolean => letter.kind === 'ready' && letter.value.mayAsk

function requestForm({ isAsking }: LetterState, { letterAppeal }: Texts): RequestForm {
  const { words: label, wordsHint: hint, send, asking, cancel } = letterAppeal
  return { label, hint, send: isAsking ? asking : send, cancel, isBusy: isAsking }
}

function inWords(letter: LetterForCandidate, { text, language, dates }: Frame): LetterInWords {
  const { positionTitle, decidedAt, opening, assessed, strength, nextStep, appeal, closing } = letter
  return {
    when: `${positionTitle[language]} · ${dates.day(decidedAt)}`,
    opening: opening[language],
    assessed: text.list(assessed.map((one) => one[language])),
    strength: { text: strength.text[language], quote: strength.quote ? text.feedback.quote(strength.quote) : '' },
    nextStep: nextStep[language],
    appeal: {
      text: appeal.text[language],
      until: text.letterAppeal.until(dates.day(appeal.until)),
      contact: text.letterAppeal.contact(appeal.contact),
      asked: letter.askedAt === undefined || letter.answer ? '' : text.letterAppeal.asked(dates.day(letter.askedAt)),
      askedWords: letter.askedWords ? text.letterAppeal.askedWords(letter.askedWords) : '',
    },
    answer: {
      title: text.letterAppeal.answer,
      text: letter.answer?.text ?? '',
      when: letter.answer ? text.letterAppeal.answered(dates.day(letter.answer.at)) : '',
    },
    closing: closing[language],
  }
}
