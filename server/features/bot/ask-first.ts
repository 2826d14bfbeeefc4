/** Cards that ask before anything is done: whether it is meant, and who. Valid for five minutes, once, for whoever asked (settled: limits). */
import { languages, type Bilingual, type Language } from '../../../shared/contracts/text.js'
import type { BotAnswer, BotButton, CardRow } from '../../ports/group-bot.js'
import { unchanged } from '../../texts/in-every-language.js'
import type { BotDeps } from './bot-deps.js'
import type { Args, Asked, PersonCommand, Preview } from './command.js'
import type { Confirmation } from './confirmation-store.js'
import type { Person } from './find-person.js'
import { cancelKey, confirmKey, pickKey } from './pressed-key.js'
import { joined, nameOf, shortNameOf, wordOf } from './say.js'
import { texts } from './texts/index.js'
import { writeDown } from './written-down.js'

const withinMs = 5 * 60_000
/** More names would not fit on the card. */
const mostNamed = 6
/** What a card's text holds (101032). Names give way, first their positions, then the names behind the first; never what will happen. */
const mostText = 112

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

  const will = willText(willing)
  const text = fitting(asking.people, (names) => texts.asking.text(names, will)[language])
  const rows = [...reasonRow(rest, language), ...rowsFor(deps, asked, { willing, skipped })]
  return {
    kind: 'card',
    card: { cardId, title, description: texts.asking.valid[language], text, rows, buttons: buttonsFor(asked, rest) },
  }
}

/** What a value of a row holds (101032). */
const mostValue = 26

/** What was taken for the reason, so that a misread message is seen before it is confirmed. */
function reasonRow({ command, args: { reason } }: Pick<Asking, 'command' | 'args'>, language: Language): CardRow[] {
  if (reason === undefined) return []
  const { label, forgotten } = texts.asking.rows.reason
  const said = [...reason.replace(/[\n<>[\]`*@]/g, ' ')]
  const shown = said.length > mostValue ? `${said.slice(0, mostValue - 1).join('')}…` : said.join('')
  return [{ label: label[language], value: command.forgetsReason ? forgotten[language] : shown }]
}

/** A row each for what must not be cut off: a client may show only so much of a text (101032). */
function rowsFor(
  { reportLink }: BotDeps,
  { language, member }: Asked,
  { willing, skipped }: { willing: readonly Willing[]; skipped: number },
): CardRow[] {
  const { rows } = texts.asking
  const toReview = willing.reduce((sum, { preview }) => sum + (preview.toReview ?? 0), 0)
  const [one] = willing.length === 1 && willing[0]!.preview.unset ? willing : []
  return [
    ...(toReview > 0 ? [{ label: rows.toReview.label[language], value: rows.toReview.value(toReview)[language] }] : []),
    ...(skipped > 0 ? [{ label: rows.skipped.label[language], value: rows.skipped.value(skipped)[language] }] : []),
    ...(one
      ? [
          {
            label: rows.setTime.label[language],
            value: rows.setTime.value[language],
            opens: reportLink(one.person.application.id),
          },
        ]
      : []),
    askerRow(member.name, language),
  ]
}

const askerRow = (name: string, language: Language): CardRow => ({
  label: texts.asking.rows.asker[language],
  value: name,
})

const buttonsFor = ({ language }: Asked, { command }: { command: PersonCommand }): BotButton[] => [
  { text: texts.asking.yes[language], key: confirmKey, tone: command.irreversible ? 'danger' : 'main' },
  { text: texts.asking.no[language], key: cancelKey },
]

function fitting(people: readonly Person[], textOf: (names: Bilingual) => string): string {
  const shorter = Array.from({ length: Math.min(people.length, mostNamed) }, (_, left) => people.length - left)
  const tries = [
    textOf(named(people, nameOf, mostNamed)),
    ...shorter.map((count) => textOf(named(people, (person) => unchanged(shortNameOf(person)), count))),
  ]
  return tries.find(({ length }) => length <= mostText) ?? tries.at(-1)!
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

/** Several people of one name: a button each. */
export async function askWho(deps: BotDeps, asked: Asked, { people, ...asking }: Asking): Promise<BotAnswer> {
  const { language, member } = asked
  const title = texts.asking.which(people.length, people[0]!.maskedName)[language]
  const cardId = await keep(deps, asked, { kind: 'choose', title, people, ...asking })
  await writeDown(deps, member, { action: 'candidates.alike', result: 'done', count: people.length })

  const rows = people.map(({ shortCode, positionTitle }) => ({ label: shortCode, value: positionTitle[language] }))
  return {
    kind: 'card',
    card: {
      cardId,
      title,
      description: texts.asking.valid[language],
      rows: [...rows, askerRow(member.name, language)],
      buttons: people.map(({ shortCode }, index) => ({ text: shortCode, key: pickKey(index) })),
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

function named(people: readonly Person[], sayOne: (person: Person) => Bilingual, most: number): Bilingual {
  const [first] = people
  if (first && people.length === 1) return sayOne(first)
  return texts.asking.names(people.slice(0, most).map(shortNameOf), people.length)
}
