/**
 * Lines → one card. About one person, the first line is the fact and the second who waits for whom; about several, each has a line,
 * or there are counts when they are many. Masked names and short codes only. Pure.
 */
import type { Bilingual, Language } from '../../../../shared/contracts/text.js'
import { texts } from '../texts/index.js'
import { groupEventKinds, needsPerson, type GroupEventKind } from './group-event-kinds.js'
import { sayMessage } from '../to-candidate/icu-text.js'
import { maskName } from '../mask-name.js'

export interface CardLine {
  kind: GroupEventKind
  aboutNobody?: true
  /** Undefined when the candidate's data was deleted meanwhile. */
  person?: { shortCode: string; name: string }
  positionTitle?: Bilingual
  details?: Bilingual
  /** Besides, about the same person. */
  also?: { kind: GroupEventKind; details?: Bilingual }[]
}

interface Waiting {
  count: number
  oldestSince?: Date
}

export interface Card {
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
  const { lines, language } = card
  const waits = sayWaiting(card)
  if (lines.length === 1)
    return [fact(lines[0]!, language, stressed), ...waits, ...besides(lines[0]!, language)].join('\n')

  const news = bold(sayMessage(texts.groupCard.news[language], language, { count: lines.length }))
  if (lines.length > mostLines) return [`${news} · ${counts(lines, language)}`, ...waits].join('\n')
  return [news, ...waits, ...lines.map((line) => `> ${whole(line, language)}`)].join('\n')
}

/** The same for a card with buttons, which shows text as it is: the one they belong to is its title, and comes first. */
export function renderButtonCard(card: Card, index: number): { title: string; description?: string; text: string } {
  const { lines, language } = card
  const about = lines[index]!
  const { positionTitle, ...untitled } = about
  const text = [
    ...sayWaiting(card),
    ...besides(about, language),
    ...lines.filter((line) => line !== about).map((line) => whole(line, language)),
  ]
  return {
    title: unmarked(fact(untitled, language)),
    ...(positionTitle && { description: positionTitle[language] }),
    text: unmarked(text.join('\n')),
  }
}

const unmarked = (markdown: string): string => markdown.replace(/<[^>]*>|\*\*/g, '')

const whole = (line: CardLine, language: Language): string =>
  [fact(line, language), ...besides(line, language)].join(' · ')

/** What else there is to know about this person. */
function besides({ also = [], ...line }: CardLine, language: Language): string[] {
  return [
    details(line, language),
    ...also.flatMap((one) => [coloured(one.kind, texts.groupFacts[one.kind][language]), details(one, language)]),
  ].filter((text) => text !== undefined)
}

function fact(
  { kind, person, aboutNobody, positionTitle }: CardLine,
  language: Language,
  say: (kind: GroupEventKind, text: string) => string = coloured,
): string {
  const former = aboutNobody ? undefined : texts.groupCard.formerCandidate[language]
  const who = person ? `${plain(maskName(person.name))} ${person.shortCode}` : former
  const title = positionTitle && cut(plain(positionTitle[language]), longestTitle)
  return [say(kind, texts.groupFacts[kind][language]), who, title].filter(Boolean).join(' · ')
}

function details(line: Pick<CardLine, 'details'>, language: Language): string | undefined {
  if (!line.details) return undefined
  return `<font color="comment">${cut(withoutPhone(plain(line.details[language])), longestDetails)}</font>`
}

function counts(lines: CardLine[], language: Language): string {
  const kinds = lines.flatMap(({ kind, also = [] }) => [kind, ...also.map((one) => one.kind)])
  return groupEventKinds
    .map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${coloured(kind, texts.groupFacts[kind][language])} ${count}`)
    .join(' · ')
}

/** That nobody waits for a decision is not said beside somebody who waits for something else, such as an answer. */
function sayWaiting({ lines, waiting: { count, oldestSince }, language, now }: Card): string[] {
  const { nobodyWaits, people: counted, waiting, waitingSince } = texts.groupCard
  const waitsOtherwise = lines.some(({ kind, also = [] }) => [kind, ...also.map((one) => one.kind)].some(isForPerson))
  if (count === 0) return waitsOtherwise ? [] : [nobodyWaits[language]]
  const people = `<font color="warning">${sayMessage(counted[language], language, { count })}</font>`
  if (!oldestSince) return [sayMessage(waiting[language], language, { people })]
  const duration = sayDuration(now.getTime() - oldestSince.getTime(), language)
  return [sayMessage(waitingSince[language], language, { people, duration })]
}

function sayDuration(ms: number, language: Language): string {
  const { minutes, hours, days } = texts.groupCard
  const n = Math.max(1, Math.floor(ms / minuteMs))
  if (n < 60) return sayMessage(minutes[language], language, { n })
  if (n < 24 * 60) return sayMessage(hours[language], language, { n: Math.floor(n / 60) })
  return sayMessage(days[language], language, { n: Math.floor(n / (24 * 60)) })
}

const isForPerson = (kind: GroupEventKind) => needsPerson.has(kind)

const coloured = (kind: GroupEventKind, text: string) =>
  needsPerson.has(kind) ? `<font color="warning">${text}</font>` : text

const bold = (text: string) => `**${text}**`

/** Bold, and then not coloured as well: no document says that WeCom reads one within the other, and the sandbox does not. */
const stressed = (_kind: GroupEventKind, text: string) => bold(text)

/** Text from outside cannot mention people, link or colour; the mask's stars stay. */
const plain = (text: string) => text.replace(/[<>[\]`\n\r]/g, ' ').trim()
const withoutPhone = (text: string) => text.replace(/1[3-9]\d{9}/g, '…')
const cut = (text: string, most: number) =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text
