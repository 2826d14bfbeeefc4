/**
 * Events → one card. The first line is the fact, the second what waits for whom; then a line per event, or counts when there
 * are many. Masked names and short codes only. Pure.
 */
import type { Bilingual, Language } from '../../../shared/contracts/text.js'
import { cardTexts, groupEventKinds, groupFacts, peopleCount, type GroupEventKind } from './group-texts.js'
import { sayMessage } from './icu-text.js'
import { maskName } from './mask-name.js'

export interface CardLine {
  kind: GroupEventKind
  aboutNobody?: true
  /** Undefined when the candidate's data was deleted meanwhile. */
  person?: { shortCode: string; name: string }
  positionTitle?: Bilingual
  details?: Bilingual
}

interface Waiting {
  count: number
  oldestSince?: Date
}

interface Card {
  lines: CardLine[]
  waiting: Waiting
  language: Language
  now: Date
}

/** A card about more only counts, and names nobody. */
export const mostLines = 10
const longestTitle = 24
const longestDetails = 40
const minuteMs = 60_000

export function renderGroupCard(card: Card): string {
  const { lines, language, now, waiting } = card
  const waits = sayWaiting(waiting, language, now)
  if (lines.length === 1) return [fact(lines[0]!, language, bold), waits, details(lines[0]!, language)].filter(Boolean).join('\n')

  const news = `${bold(sayMessage(cardTexts[language].news, language, { count: lines.length }))} · ${counts(lines, language)}`
  if (lines.length > mostLines) return `${news}\n${waits}`
  return [news, waits, ...lines.map((line) => `> ${[fact(line, language), details(line, language)].filter(Boolean).join(' ')}`)].join('\n')
}

function fact({ kind, person, aboutNobody, positionTitle }: CardLine, language: Language, stressed = (text: string) => text): string {
  const former = aboutNobody ? undefined : cardTexts[language].formerCandidate
  const who = person ? `${plain(maskName(person.name))} ${person.shortCode}` : former
  const title = positionTitle && cut(plain(positionTitle[language]), longestTitle)
  return [stressed(coloured(kind, groupFacts[kind][language])), who, title].filter(Boolean).join(' · ')
}

function details(line: CardLine, language: Language): string | undefined {
  if (!line.details) return undefined
  return `<font color="comment">${cut(withoutPhone(plain(line.details[language])), longestDetails)}</font>`
}

function counts(lines: CardLine[], language: Language): string {
  return groupEventKinds
    .map((kind) => ({ kind, count: lines.filter((line) => line.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${coloured(kind, groupFacts[kind][language])} ${count}`)
    .join(' · ')
}

function sayWaiting({ count, oldestSince }: Waiting, language: Language, now: Date): string {
  const texts = cardTexts[language]
  if (count === 0) return texts.nobodyWaits
  const people = `<font color="warning">${sayMessage(peopleCount[language], language, { count })}</font>`
  if (!oldestSince) return sayMessage(texts.waiting, language, { people })
  return sayMessage(texts.waitingSince, language, { people, duration: sayDuration(now.getTime() - oldestSince.getTime(), language) })
}

function sayDuration(ms: number, language: Language): string {
  const { minutes, hours, days } = cardTexts[language].duration
  const n = Math.max(1, Math.floor(ms / minuteMs))
  if (n < 60) return sayMessage(minutes, language, { n })
  if (n < 24 * 60) return sayMessage(hours, language, { n: Math.floor(n / 60) })
  return sayMessage(days, language, { n: Math.floor(n / (24 * 60)) })
}

const coloured = (kind: GroupEventKind, text: string) =>
  (groupFacts[kind].needsPerson ? `<font color="warning">${text}</font>` : text)

const bold = (text: string) => `**${text}**`

/** Text from outside cannot mention people, link or colour; the mask's stars stay. */
const plain = (text: string) => text.replace(/[<>[\]`\n\r]/g, ' ').trim()
const withoutPhone = (text: string) => text.replace(/1[3-9]\d{9}/g, '…')
const cut = (text: string, most: number) => ([...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text)
