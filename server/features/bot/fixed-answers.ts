/** What the bot says when it cannot do what was asked. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { eachLanguage } from '../../texts/in-every-language.js'
import type { Command } from './command.js'
import { twoLines, wordOf } from './say.js'
import { texts } from './texts/index.js'

const { cannot, pressed } = texts

export const unknownMember = twoLines(cannot.unknownMember)
export const notAllowed = twoLines(cannot.notAllowed)
export const cannotAnswerNow = twoLines(cannot.answerNow)
export const onlyText = twoLines(cannot.onlyText)

export function notUnderstood(nearest: Command | undefined): Bilingual[] {
  const { fact, advice, nearest: meant } = cannot.notUnderstood
  return [fact, nearest ? meant(asTyped(nearest)) : advice]
}

export function whoIsMeant(command: Command): Bilingual[] {
  const { fact, advice } = cannot.whoIsMeant
  return [fact, advice(asTyped(command))]
}

function asTyped(command: Command): Bilingual {
  const word = wordOf(command)
  return eachLanguage((language) => `${word[language]} ${command.usage[language]}`.trim())
}

export const nobodyCalled = (refs: readonly string[]): Bilingual[] => [
  cannot.nobodyCalled.fact(refs),
  cannot.nobodyCalled.advice,
]

export const pressTexts = {
  notYours: twoLines(pressed.notYours),
  nothingMeant: twoLines(pressed.nothingMeant),
  over: twoLines(pressed.over),
  cancelled: pressed.cancelled,
  late: pressed.late,
}
