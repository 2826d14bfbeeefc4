import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  peopleRead: 'Not scored by machine; read by people',
  readItYourself: 'Please read the answer and rate it first',
  waitsForPerson: 'Waits for a person',
  unreadable: 'No number could be read',
  answerNotes: {
    empty: 'Not answered',
    'off-topic': 'Not about the question; lowest band',
    'copied-stem': 'Copied from the question; lowest band',
    stuffed: 'Stuffed with keywords; lowest band',
    injected: 'Contains instructions to the scorer; lowest band',
    'red-line': 'Crosses a red line, lowest band; a person has to check it',
    'not-understood': 'Not understood by the rules, no score; a person rates it',
    dismissive: 'Waves much aside, no score; a person rates it',
    language: 'No scoring examples in this language; not scored',
    'not-shown': 'The candidate was never shown this question',
  },
}
