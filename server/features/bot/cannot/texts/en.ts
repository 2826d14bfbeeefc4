import type { SameTexts } from '../../../../texts/in-every-language.js'
import { listing } from '../../../../texts/listing.js'
import type { zh } from './zh.js'

const list = listing('en')

export const en: SameTexts<typeof zh> = {
  unknownMember: {
    fact: 'I do not know you yet, so I cannot answer.',
    advice: 'Please ask an administrator to add you in the console, under “People and access”.',
  },
  notAllowed: {
    fact: 'Your role does not allow this.',
    advice: 'If you need it, ask an administrator to change your role or positions.',
  },
  answerNow: {
    fact: 'I cannot answer right now.',
    advice: 'Nothing was changed. Please send it again in a little while.',
  },
  onlyText: {
    fact: 'I can only read text.',
    advice: 'Send “help” to see what I can do.',
  },
  notUnderstood: {
    fact: 'I did not understand that.',
    advice: 'Send “help” to see what I can do.',
    nearest: (command) => `Did you mean “${command}”?`,
  },
  thanks: 'You’re welcome.',
  twoMeanings: {
    fact: (word) => `Some say “${word}” for yes and some for no, so I do not guess.`,
    advice: (commands) => `Please send one of these: ${commands.map((one) => `“${one}”`).join(' or ')}`,
    title: (word, who) => `“${word}” ${who}: which one?`,
  },
  tooMany: {
    fact: (most) => `At most ${most} people at once. Nothing was done.`,
    advice: 'Please send them in parts.',
  },
  whoIsMeant: {
    fact: 'Tell me who, by short code or name.',
    advice: (command) => `For example: ${command}`,
  },
  nobodyCalled: {
    fact: (refs) => `Nobody found for ${list(refs)}.`,
    advice: 'Short codes are on the cards and in “list”. Names must be written in full.',
  },
  alike: (count, name) => `There are ${count} people called ${name}. Please use the short code.`,
}
