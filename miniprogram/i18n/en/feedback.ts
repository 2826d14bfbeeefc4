import type { Texts } from '../texts.js'

export const feedback: Texts['feedback'] = {
  title: 'Feedback',
  strongest: (competency) => `Your strongest area: ${competency}`,
  noStrongest: 'Your interview feedback',
  strengths: 'What you did well',
  nextSteps: 'What to practise next',
  quote: (text) => `"${text}"`,
  madeBy: 'Written by AI from the evidence shown. People decide the outcome.',
  versions: (scorer, rubric) => `Scorer ${scorer} · Rubric ${rubric}`,
  reviewBy: (at) => `The recruiting team reviews it by ${at}.`,
  preparingTitle: 'Your feedback is on its way',
  preparingText: 'We have all your answers. It usually takes a few minutes; come back later.',
  humanTitle: 'People are reading your answers',
  humanText: 'The team reads every answer.',
  withheldTitle: 'Your interview has been assessed',
  withheldText: 'No scores are shown in this round. The team decides and will contact you.',
  dueBy: (at) => `Expected by ${at}.`,
}
