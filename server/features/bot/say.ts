/** How the bot puts together what it says; the words stand in texts/. Pure. */
import { DateTime } from 'luxon'
import type { Bilingual, Language } from '../../../shared/contracts/text.js'
import { eachLanguage } from '../../texts/in-every-language.js'
import type { CardRow } from '../../ports/group-bot.js'
import type { Person } from './find-person.js'
import { languageTyped } from './parse-message.js'
import { texts } from './texts/index.js'

/** 王*明 A7K2（综合柜员）*/
export const nameOf = (person: Person): Bilingual => texts.person(shortNameOf(person), person.positionTitle)

export const shortNameOf = ({ maskedName, shortCode }: Pick<Person, 'maskedName' | 'shortCode'>): string =>
  `${maskedName} ${shortCode}`

/** A command's first word of each language, as help shows it. */
export const wordOf = ({ words }: { words: readonly string[] }): Bilingual =>
  eachLanguage(
    (language) => words.find((word) => /^\p{L}/u.test(word) && languageTyped(word) === language) ?? words[0]!,
  )

export const timeIn = (at: Date, zone: string): string => DateTime.fromJSDate(at, { zone }).toFormat('MM-dd HH:mm')

export function lasting(ms: number): Bilingual {
  const minutes = Math.max(1, Math.floor(ms / 60_000))
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24]
  if (days > 0) return texts.days(days, hours)
  return hours > 0 ? texts.hours(hours) : texts.minutes(minutes)
}

/** A row that opens something, where there are no rows. */
export const linkTo = ({ value, opens = '' }: CardRow): string => `[${value}](${opens})`

/** The fact, then the advice. */
export const twoLines = ({ fact, advice }: { fact: Bilingual; advice: Bilingual }): Bilingual[] => [fact, advice]

export const joined = (parts: readonly Bilingual[], by: Bilingual): Bilingual =>
  eachLanguage((language) => parts.map((part) => part[language]).join(by[language]))

export const markdownOf = (lines: readonly Bilingual[], language: Language): string =>
  lines.map((line) => line[language]).join('\n')
