import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  peopleRead: 'Not scored by machine; read by people',
  readItYourself: 'Please read the answer and rate it first',
  waitsForPerson: 'Waits for a person',
  question: (number) => `Question ${number}`,
  allAnswers: 'All answers',
  notCompleted: 'Scoring by machine was not completed; people read the answers',
  ratedByYou: (why) => `${why}; you have rated it`,
  neverAsked: 'This interview had no question on it; it does not count in the total',
  nothingToScore: 'No answer that could be scored; it does not count in the total',
  voiceAndFace: 'Voice, pace, expression, looks',
  contentOnly: 'Only what an answer says is judged',
  unreadable: 'It is not clear which number is meant: not scored, a person reads it',
  farFromHeard: (percent) =>
    `The candidate corrected the transcript; ${percent}% of its characters are as heard. Please listen beside it`,
  otherUnit: 'In another unit than the question asks for',
  secondScorer: (by) =>
    `Also read by ${by.model} of ${by.processor} (${by.region}, filing number ${by.filingNumber}): ${by.heard} of ${by.of} answers; scores and suggestion remain those of the rules`,
  secondScore: (score) => `The model’s score is ${score}, for comparison only`,
  rulesAlone: (why) => `Not read by a model, scored by the rules alone: ${why}`,
  unheard: {
    late: 'it did not reply in time',
    busy: 'its service is busy',
    refused: 'its service refused the request',
    unreachable: 'its service cannot be reached',
    'unusable-reply': 'its reply could not be used',
    'too-long': 'the answer is too long',
    'over-budget': 'what may be spent today is spent',
    'not-agreed': 'the notice that the candidate agreed to does not name it',
    'switched-off': 'it is switched off',
    failed: 'it was not completed',
  },
  why: {
    weight: (competency, weight) => `${competency} is ${weight}% of the total`,
    lacks: (tag, words) =>
      `A free place: the résumé does not show “${tag}” (looked for: ${words.join(', ')}), so there is one more question about it`,
    nothingLacks: 'A free place: the résumé lacks no core tag that it could ask about, so it goes as planned',
    least: (among, times) =>
      `One of ${among} that replace each other, the least asked first; asked ${times} times before`,
    only: (times) => `The only one of its group; asked ${times} times before`,
    again: (times) =>
      `This person has answered all of the group before, so one comes again; asked ${times} times before`,
  },
  answerNotes: {
    empty: 'Not answered',
    'off-topic': 'Not about the question; lowest band',
    'copied-stem': 'Copied from the question; lowest band',
    stuffed: 'Stuffed with keywords; lowest band',
    injected: 'Contains instructions to the scorer; lowest band',
    'red-line': 'Crosses a red line, lowest band; a person has to check it',
    'may-cross': 'May cross a red line, no score; a person rates it',
    'not-understood': 'Not understood by the rules, no score; a person rates it',
    dismissive: 'Waves much aside, no score; a person rates it',
    language: 'No scoring examples in this language; not scored',
    'not-shown': 'The candidate was never shown this question',
  },
}
