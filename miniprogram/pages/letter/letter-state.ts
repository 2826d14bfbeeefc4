import type { DeclineLetter } from '../../../shared/contracts/staff-decisions.js'
import type { Texts } from '../../i18n/texts.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

export type LetterState = Loadable<DeclineLetter>

interface LetterInWords {
  when: string
  opening: string
  assessed: string
  strength: { text: string; quote: string }
  nextStep: string
  appeal: { text: string; until: string; contact: string }
  closing: string
}

export interface LetterView extends LoadingView {
  style: string
  text: Texts['letter'] & { retry: string }
  letter: LetterInWords
}

const noLetter: LetterInWords = {
  when: '',
  opening: '',
  assessed: '',
  strength: { text: '', quote: '' },
  nextStep: '',
  appeal: { text: '', until: '', contact: '' },
  closing: '',
}

export function toView(state: LetterState, frame: Frame): LetterView {
  const { text, style } = frame
  return {
    ...loadingView(state, text),
    style,
    text: { ...text.letter, retry: text.retry },
    letter: state.kind === 'ready' ? inWords(state.value, frame) : noLetter,
  }
}

function inWords(letter: DeclineLetter, { text, language, dates }: Frame): LetterInWords {
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
    },
    closing: closing[language],
  }
}
