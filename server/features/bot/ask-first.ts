/** Cards that ask before anything is done: is it meant, and who is meant. Five minutes, once, only who asked (settled: limits). */
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { BotAnswer } from '../../ports/group-bot.js'
import type { BotDeps } from './bot-deps.js'
import type { Args, Asked, PersonCommand, Verb } from './command.js'
import type { Confirmation } from './confirmation-store.js'
import type { Person } from './find-person.js'
import { both, counted, nameOf, shortNameOf } from './say.js'
import { writeDown } from './written-down.js'

const withinMs = 5 * 60_000
/** More names would not fit on the card. */
const mostNamed = 6
const irreversible = new Set<Verb>(['revoke', 'decline'])

interface Asking {
  command: PersonCommand
  people: Person[]
  args: Args
}

/** How many, who, and what will happen. */
export async function askFirst(deps: BotDeps, asked: Asked, { skipped, will, ...asking }: Asking & { skipped: number; will: Bilingual }): Promise<BotAnswer> {
  const { command, people } = asking
  const { language, member } = asked
  const title = confirmTitle(asking)[language]
  const cardId = await keep(deps, asked, { kind: 'confirm', title, ...asking })
  await writeDown(deps, member, { action: `${command.action}.preview`, result: 'done', count: people.length })

  const [names, rest] = [named(people), skippedText(skipped)]
  const text = both(
    `${names.zh}：${will.zh}。${rest.zh}由 ${member.name} 发起，5 分钟内有效。`,
    `${names.en}: ${will.en}. ${rest.en}Asked by ${member.name}, valid for five minutes.`,
  )[language]
  const buttons = [
    { text: both('确认', 'Confirm')[language], key: 'confirm', tone: irreversible.has(command.verb) ? 'danger' : 'main' } as const,
    { text: both('取消', 'Cancel')[language], key: 'cancel' },
  ]
  return { kind: 'card', card: { cardId, title, text, buttons } }
}

/** Several people of one name: a button each. */
export async function askWho(deps: BotDeps, asked: Asked, { people, ...asking }: Asking): Promise<BotAnswer> {
  const { language, member } = asked
  const title = both(`有 ${people.length} 位 ${people[0]!.maskedName}，是哪一位？`, `There are ${people.length} called ${people[0]!.maskedName}. Which one?`)[language]
  const cardId = await keep(deps, asked, { kind: 'choose', title, people, ...asking })
  await writeDown(deps, member, { action: 'candidates.alike', result: 'done', count: people.length })

  const text = both(`由 ${member.name} 发起，5 分钟内有效。`, `Asked by ${member.name}, valid for five minutes.`)[language]
  const rows = people.map(({ shortCode, positionTitle }) => ({ label: shortCode, value: positionTitle[language] }))
  return { kind: 'card', card: { cardId, title, text, rows, buttons: people.map(({ shortCode }, index) => ({ text: shortCode, key: `pick:${index}` })) } }
}

async function keep(deps: BotDeps, asked: Asked, { command, people, args, ...card }: Asking & Pick<Confirmation, 'kind'> & { title: string }): Promise<string> {
  const cardId = `${card.kind}-${asked.key}`
  await deps.confirmations.insertOnce({
    cardId, orgId: asked.orgId, kind: card.kind, asker: asked.member.userid, language: asked.language,
    expiresAt: new Date(asked.now.getTime() + withinMs),
    asking: { verb: command.verb, args, applicationIds: people.map(({ application }) => application.id), title: card.title },
  })
  return cardId
}

function confirmTitle({ command: { words }, people }: Asking): Bilingual {
  const english = words.find((word) => /^[a-z]/.test(word))!
  const [first] = people
  if (first && people.length === 1) return both(`${words[0]} ${shortNameOf(first)}，确认吗？`, `Really ${english} ${shortNameOf(first)}?`)
  return both(`${words[0]} ${people.length} 人，确认吗？`, `Really ${english} ${people.length} people?`)
}

function named(people: readonly Person[]): Bilingual {
  const [first] = people
  if (first && people.length === 1) return nameOf(first)
  const [shown, rest] = [people.slice(0, mostNamed).map(shortNameOf), people.length - mostNamed]
  return both(`${shown.join('、')}${rest > 0 ? ` 等 ${people.length} 人` : ''}`, `${shown.join(', ')}${rest > 0 ? ` and ${counted(rest, 'other')}` : ''}`)
}

const skippedText = (skipped: number): Bilingual => (skipped > 0
  ? both(`另有 ${skipped} 人现在不适用，会跳过。`, `${skipped} more cannot be done right now and will be left out. `)
  : both('', ''))
