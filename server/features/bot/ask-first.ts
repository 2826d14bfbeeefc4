/** Cards that ask before anything is done: is it meant, and who is meant. Five minutes, once, only who asked (settled: limits). */
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { BotAnswer, CardButton } from '../../ports/group-bot.js'
import type { BotDeps } from './bot-deps.js'
import type { Args, Asked, PersonCommand, Preview } from './command.js'
import type { Confirmation } from './confirmation-store.js'
import type { Person } from './find-person.js'
import { both, counted, joined, nameOf, shortNameOf } from './say.js'
import { writeDown } from './written-down.js'

const withinMs = 5 * 60_000
/** More names would not fit on the card. */
const mostNamed = 6
/** What a card holds (90236); a name without its position is enough then, the page has the rest. */
const mostText = 160
const nothing = both('', '')

interface Asking {
  command: PersonCommand
  people: Person[]
  args: Args
}

/** Somebody for whom something can be done, and what. */
interface Willing {
  person: Person
  preview: Preview
}

/** How many, who, and what will happen. */
export async function askFirst(
  deps: BotDeps,
  asked: Asked,
  { skipped, willing, ...rest }: Pick<Asking, 'command' | 'args'> & { skipped: number; willing: Willing[] },
): Promise<BotAnswer> {
  const { language, member } = asked
  const asking = { ...rest, people: willing.map(({ person }) => person) }
  const title = confirmTitle(asking)[language]
  const cardId = await keep(deps, asked, { kind: 'confirm', title, ...asking })
  await writeDown(deps, member, { action: `${rest.command.action}.preview`, result: 'done', count: willing.length })

  const [will, notes] = [willText(willing), joined([toReviewText(willing), skippedText(skipped)], nothing)]
  const text = (names: Bilingual) =>
    both(
      `${names.zh}：${will.zh}。${notes.zh}由 ${member.name} 发起，5 分钟内有效。`,
      `${names.en}: ${will.en}. ${notes.en}Asked by ${member.name}, valid for five minutes.`,
    )[language]
  const full = text(named(asking.people, nameOf))
  const fitting =
    full.length > mostText
      ? text(named(asking.people, (person) => both(shortNameOf(person), shortNameOf(person))))
      : full
  return {
    kind: 'card',
    card: { cardId, title, text: fitting, buttons: buttonsFor(deps, asked, { command: rest.command, willing }) },
  }
}

function buttonsFor(
  { reportLink }: BotDeps,
  { language }: Asked,
  { command, willing }: { command: PersonCommand; willing: Willing[] },
): CardButton[] {
  const [one] = willing.length === 1 && willing[0]!.preview.unset ? willing : []
  return [
    {
      text: both('确认', 'Confirm')[language],
      key: 'confirm',
      tone: command.irreversible ? 'danger' : 'main',
    },
    ...(one ? [{ text: both('去安排', 'Set time')[language], url: reportLink(one.person.application.id) }] : []),
    { text: both('取消', 'Cancel')[language], key: 'cancel' },
  ]
}

/** Of several to whom not the same happens: what, and to how many. */
function willText(willing: readonly Willing[]): Bilingual {
  const wills = [...new Map(willing.map(({ preview: { will } }) => [will.en, will])).values()]
  const said = wills.map((will) => {
    const count = willing.filter(({ preview }) => preview.will.en === will.en).length
    return wills.length === 1 ? will : both(`${will.zh}（${count} 人）`, `${will.en} (${count})`)
  })
  return joined(said, both('；', '; '))
}

function toReviewText(willing: readonly Willing[]): Bilingual {
  const count = willing.reduce((sum, { preview }) => sum + (preview.toReview ?? 0), 0)
  return count > 0 ? both(`还有 ${count} 项没有复核。`, `${counted(count, 'answer')} not reviewed yet. `) : nothing
}

/** Several people of one name: a button each. */
export async function askWho(deps: BotDeps, asked: Asked, { people, ...asking }: Asking): Promise<BotAnswer> {
  const { language, member } = asked
  const title = both(
    `有 ${people.length} 位 ${people[0]!.maskedName}，是哪一位？`,
    `There are ${people.length} called ${people[0]!.maskedName}. Which one?`,
  )[language]
  const cardId = await keep(deps, asked, { kind: 'choose', title, people, ...asking })
  await writeDown(deps, member, { action: 'candidates.alike', result: 'done', count: people.length })

  const text = both(`由 ${member.name} 发起，5 分钟内有效。`, `Asked by ${member.name}, valid for five minutes.`)[
    language
  ]
  const rows = people.map(({ shortCode, positionTitle }) => ({ label: shortCode, value: positionTitle[language] }))
  return {
    kind: 'card',
    card: {
      cardId,
      title,
      text,
      rows,
      buttons: people.map(({ shortCode }, index) => ({ text: shortCode, key: `pick:${index}` })),
    },
  }
}

async function keep(
  deps: BotDeps,
  asked: Asked,
  { command, people, args, ...card }: Asking & Pick<Confirmation, 'kind'> & { title: string },
): Promise<string> {
  const cardId = `${card.kind}-${asked.key}`
  await deps.confirmations.insertOnce({
    cardId,
    orgId: asked.orgId,
    kind: card.kind,
    asker: asked.member.userid,
    language: asked.language,
    expiresAt: new Date(asked.now.getTime() + withinMs),
    asking: {
      verb: command.verb,
      args,
      applicationIds: people.map(({ application }) => application.id),
      title: card.title,
    },
  })
  return cardId
}

function confirmTitle({ command: { words }, people }: Asking): Bilingual {
  const english = words.find((word) => /^[a-z]/.test(word))!
  const [first] = people
  if (first && people.length === 1)
    return both(`${words[0]} ${shortNameOf(first)}，确认吗？`, `Really ${english} ${shortNameOf(first)}?`)
  return both(`${words[0]} ${people.length} 人，确认吗？`, `Really ${english} ${people.length} people?`)
}

function named(people: readonly Person[], sayOne: (person: Person) => Bilingual): Bilingual {
  const [first] = people
  if (first && people.length === 1) return sayOne(first)
  const [shown, rest] = [people.slice(0, mostNamed).map(shortNameOf), people.length - mostNamed]
  return both(
    `${shown.join('、')}${rest > 0 ? ` 等 ${people.length} 人` : ''}`,
    `${shown.join(', ')}${rest > 0 ? ` and ${counted(rest, 'other')}` : ''}`,
  )
}

const skippedText = (skipped: number): Bilingual =>
  skipped > 0
    ? both(`另有 ${skipped} 人现在不适用，会跳过。`, `${skipped} more cannot be done right now and will be left out. `)
    : nothing
