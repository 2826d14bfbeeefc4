/** A command about people: who is meant, then what it does, or a question when that is not one person each. */
import type { BotAnswer } from '../../ports/group-bot.js'
import { mayActOn } from '../../ports/staff.js'
import { maskName } from '../notifications/index.js'
import { askWho } from './ask-first.js'
import type { BotDeps } from './bot-deps.js'
import { alike, nobodyCalled, tooMany, whoIsMeant } from './cannot/fixed-answers.js'
import type { Asked, Command, PersonCommand } from './command.js'
import { findPerson, type Found, type Person } from './find-person.js'
import { codeIn } from './parse-people.js'
import { mostRefs, readBehind, type Behind } from './read-behind.js'
import { runOnPeople, textOf } from './run-on-people.js'
import { writeDown } from './written-down.js'

/** More of one name than a card has buttons for. */
const mostButtons = 5

export async function answerAbout(
  deps: BotDeps,
  asked: Asked,
  { command, rest }: { command: PersonCommand; rest: string },
): Promise<BotAnswer> {
  const behind = await readFor(deps, asked, { command, rest })
  const { refs, args, sure } = behind
  if (refs.length === 0) return textOf(whoIsMeant(command), asked)
  if (behind.tooMany) return textOf(tooMany(mostRefs), asked)

  const unknown = refs.filter(({ found }) => found.kind === 'nobody')
  if (unknown.length > 0) return nobody(deps, asked, { command, refs: unknown.map(({ ref }) => ref) })
  const several = refs.map(({ found }) => found).find((found) => found.kind === 'several')
  if (several && refs.length === 1 && several.people.length <= mostButtons)
    return askWho(deps, asked, { command, people: several.people, args })
  if (several) return textOf(alike(several.people), asked)
  return runOnPeople(deps, asked, { command, args, people: peopleIn(behind), ask: sure ? 'if-needed' : 'always' })
}

export const readFor = (
  deps: BotDeps,
  asked: Asked,
  { command, rest }: { command: PersonCommand; rest: string },
): Promise<Behind> =>
  readBehind(
    async (ref, { anyCase }) => within(asked, command, await findPerson(deps, asked.orgId, { ref, anyCase })),
    rest,
    command.takes,
  )

/** Each once, however often they were named. */
export const peopleIn = ({ refs }: Behind): Person[] => [
  ...new Map(
    refs.flatMap(({ found }) => (found.kind === 'one' ? [[found.person.application.id, found.person] as const] : [])),
  ).values(),
]

/** Somebody of another position is no candidate for a choice. */
function within({ member }: Asked, { may }: Command, found: Found): Found {
  if (found.kind !== 'several') return found
  const mine = found.people.filter(({ application }) => mayActOn(member, may, application.positionId))
  if (mine.length === 1) return { kind: 'one', person: mine[0]! }
  return mine.length > 1 ? { kind: 'several', people: mine } : { kind: 'nobody' }
}

async function nobody(
  deps: BotDeps,
  asked: Asked,
  { command, refs }: { command: Command; refs: string[] },
): Promise<BotAnswer> {
  await writeDown(deps, asked.member, { action: command.action, result: 'not-found', count: refs.length })
  return textOf(nobodyCalled(refs.map(repeatable)), asked)
}

/** A name is repeated masked only, and without what a group would take for markup. */
function repeatable(ref: string): string {
  const plain = ref.replace(/[<>[\]`*@]/g, '')
  return codeIn(plain) ?? maskName([...plain].slice(0, 20).join(''))
}
