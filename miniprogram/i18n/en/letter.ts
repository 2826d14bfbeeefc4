import type { Texts } from '../texts.js'

export const letter: Texts['letter'] = {
  title: 'About your result',
  assessed: 'What we looked at',
  strength: 'What you did well',
  nextStep: 'A next step',
  appeal: 'If you see it differently',
}

export const letterAppeal: Texts['letterAppeal'] = {
  until: (day) => `Please ask before ${day}`,
  ask: 'Ask the team to look again',
  words: 'What should we look at again? (optional)',
  wordsHint: 'A certificate your résumé left out, say, or something you feel was not seen',
  send: 'Send to the team',
  cancel: 'Not now',
  asking: 'Telling the team',
  asked: (at) =>
    `The team was told on ${at} and somebody will look again. Their reply will stand on this page; a changed result also under “My progress”.`,
  askedWords: (words) => `You wrote: “${words}”`,
  answer: 'The team’s answer',
  answered: (at) => `${at}, written to you by a colleague of the recruiting team.`,
  contact: (contact) => `Phone: ${contact}`,
}
