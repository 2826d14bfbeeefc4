/** What the bot says when it cannot do what was asked. */
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { eachLanguage, unchanged } from '../../../texts/in-every-language.js'
import type { Command } from '../command.js'
import type { Person } from '../find-person.js'
import { shortNameOf, twoLines, wordOf } from '../say.js'
import { texts as allTexts } from '../texts/index.js'
import { texts } from './texts/index.js'

const { pressed } = allTexts

export const unknownMember = twoLines(texts.unknownMember)
export const notAllowed = twoLines(texts.notAllowed)
export const cannotAnswerNow = twoLines(texts.answerNow)
export const onlyText = twoLines(texts.onlyText)
export const thanked = [texts.thanks]

/** `behind`: whom and what it was typed about, where that is known. */
export function notUnderstood(nearest?: { command: Command; behind?: string }): Bilingual[] {
  const { fact, advice, nearest: meant } = texts.notUnderstood
  return [fact, nearest ? meant(asTyped(nearest.command, nearest.behind)) : advice]
}

export function whoIsMeant(command: Command): Bilingual[] {
  const { fact, advice } = texts.whoIsMeant
  return [fact, advice(asTyped(command))]
}

export const twoMeanings = (word: string, commands: readonly Command[], behind?: string): Bilingual[] => [
  texts.twoMeanings.fact(word),
  texts.twoMeanings.advice(commands.map((one) => asTyped(one, behind))),
]

export const twoMeaningsTitle = (word: string, person: Person): Bilingual =>
  texts.twoMeanings.title(word, shortNameOf(person))

function asTyped(command: Command, behind?: string): Bilingual {
  const [word, what] = [wordOf(command), behind === undefined ? command.usage : unchanged(behind)]
  return eachLanguage((language) => `${word[language]} ${what[language]}`.trim())
}

export const nobodyCalled = (refs: readonly string[]): Bilingual[] => [
  texts.nobodyCalled.fact(refs),
  texts.nobodyCalled.advice,
]

export const tooMany = (most: number): Bilingual[] => [texts.tooMany.fact(most), texts.tooMany.advice]

export const alike = (people: readonly Person[]): Bilingual[] => [
  texts.alike(people.length, people[0]!.maskedName),
  eachLanguage((language) =>
    people.map((person) => `${shortNameOf(person)} ${person.positionTitle[language]}`).join(' · '),
  ),
]

export const pressTexts = {
  notYours: twoLines(pressed.notYours),
  nothingMeant: twoLines(pressed.nothingMeant),
  over: twoLines(pressed.over),
  cancelled: pressed.cancelled,
  late: pressed.late,
}
