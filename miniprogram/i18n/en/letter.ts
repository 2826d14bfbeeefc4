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
  contact: (contact) => `Phone: ${contact}`,
}
