import { stateWords } from '../../../../shared/state-words/index.js'
import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

const { proposals } = stateWords.en

export const en: SameTexts<typeof zh> = {
  bands: { excellent: 'Excellent', good: 'Good', fair: 'Fair', developing: 'Developing' },
  recommendations: {
    priority: 'Proposed: hire first',
    'second-round': proposals.advance,
    hold: proposals.hold,
    'decline-suggested': proposals.decline,
  },
  personDecides:
    'This suggestion comes from rule-based scoring and is for reference only. A person decides and records the reason.',
  needsPerson: {
    'red-line': 'An answer proposes what nobody may do: please check it first',
    'may-cross': 'An answer may propose what nobody may do: please read and rate it first',
    examiner: 'Part of an answer speaks to the examiner; it earns nothing. Please read it',
    'middle-score': 'The score is between 2.5 and 3.5: please review',
    'flagged-answer': 'An answer was flagged: please read it',
    'not-understood': 'The rules did not understand an answer: please read and rate it',
    language: 'The rubric has no examples in the language of this answer: please read it',
    'not-answered': 'A question was not answered: please find out why',
    'not-assessed': 'No answer could be scored',
    'near-threshold': 'The total is close to a threshold: please review',
    'scorers-apart': 'The rules and the model are a band apart: please read the answer',
    'scorer-unsteady': 'The model’s readings differ from each other: please read the answer',
    corrected: 'The candidate corrected the transcript: please listen beside it',
  },
  redLine: (act, quotation) => `Crosses a red line (${act}): “${quotation}”`,
  mayCross: (act, quotation) => `May cross a red line (${act}), for a person to say: “${quotation}”`,
  total: (total, band) => `Total ${total}, band ${band}`,
  nothingScored: 'Nothing could be scored: please read the answers',
  incomplete: 'Some competencies have no score; the total covers only the others',
  strongest: (competency, score) => `Strong: ${competency} (${score})`,
  weakest: (competency, score) => `Weak: ${competency} (${score})`,
  belowFloor: (competency, floor) => `${competency} is below what the position requires (${floor})`,
  flaggedAnswers: 'An answer was flagged: please check it first',
  hints: {
    weak: (fact, competency) =>
      `The résumé mentions "${fact}", but the answers on ${competency} were weak: worth exploring in the second round`,
    silent: (fact, competency) =>
      `The résumé mentions "${fact}", but no answer does: worth exploring in the second round (${competency})`,
  },
}
