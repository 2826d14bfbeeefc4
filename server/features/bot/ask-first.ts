/** Cards that ask before anything is done: whether it is meant, and who. Valid for five minutes, once, for whoever asked (settled: limits). */
import { languages, type Bilingual } from '../../../shared/contracts/text.js'
import type { BotAnswer, CardButton } from '../../ports/group-bot.js'
import { unchanged } from '../../texts/in-every-language.js'
import type { BotDeps } from './bot-deps.js'
import type { Args, Asked, PersonCommand, Preview } from './command.js'
import type { Confirmation } from './confirmation-store.js'
import type { Person } from './find-person.js'
import { joined, nameOf, shortNameOf, wordOf } from './say.js'
import { texts } from './texts/index.js'
import { writeDown } from './written-down.js'

const withinMs = 5 * 60_000
/** More names would not fit on the card. */
const mostNamed = 6
/** What a card holds (90236); a name without its position is enough then, the page has the rest. */
const mostText = 160
const nothing = unchanged('')

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
  const text = (names: Bilingual) => texts.asking.text({ names, will, notes, asker: member.name })[language]
  const full = text(named(asking.people, nameOf))
  const fitting = full.length > mostText ? text(named(asking.people, (person) => unchanged(shortNameOf(person)))) : full
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
      text: texts.asking.yes[language],
      key: 'confirm',
      tone: command.irreversible ? 'danger' : 'main',
    },
    ...(one ? [{ text: texts.asking.setTime[language], url: reportLink(one.person.application.id) }] : []),
    { text: texts.asking.no[language], key: 'cancel' },
  ]
}

/** Of several to whom not the same happens: what, and to how many. */
function willText(willing: readonly Willing[]): Bilingual {
  const wills = [...new Map(willing.map(({ preview: { will } }) => [keyOf(will), will])).values()]
  const said = wills.map((will) => {
    const count = willing.filter(({ preview }) => keyOf(preview.will) === keyOf(will)).length
    return wills.length === 1 ? will : texts.asking.willOfSome(will, count)
  })
  return joined(said, texts.asking.betweenWills)
}

const keyOf = (will: Bilingual): string => will[languages[0]]

function toReviewText(willing: readonly Willing[]): Bilingual {
  const count = willing.reduce((sum, { preview }) => sum + (preview.toReview ?? 0), 0)
  return count > 0 ? texts.asking.toReview(count) : nothing
}

/** Several people of one name: a button each. */
export async function askWho(deps: BotDeps, asked: Asked, { people, ...asking }: Asking): Promise<BotAnswer> {
  const { language, member } = asked
  const title = texts.asking.which(people.length, people[0]!.maskedName)[language]
  const cardId = await keep(deps, asked, { kind: 'choose', title, people, ...asking })
  await writeDown(deps, member, { action: 'candidates.alike', result: 'done', count: people.length })

  const text = texts.asking.asked(member.name)[language]
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

function confirmTitle({ command, people }: Asking): Bilingual {
  const [first] = people
  const who = first && people.length === 1 ? shortNameOf(first) : texts.asking.people(people.length)
  return texts.asking.confirm(command.verb, { word: wordOf(command), who })
}

function named(people: readonly Person[], sayOne: (person: Person) => Bilingual): Bilingual {
  const [first] = people
  if (first && people.length === 1) return sayOne(first)
  return texts.asking.names(people.slice(0, mostNamed).map(shortNameOf), people.length)
}

const skippedText = (skipped: number): Bilingual => (skipped > 0 ? texts.asking.skipped(skipped) : nothing)
