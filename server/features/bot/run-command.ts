/** What a member typed → the answer. The same for a socket, a test and whatever comes later. */
import { createHash } from 'node:crypto'
import type { Language } from '../../../shared/contracts/text.js'
import { AppError } from '../../errors.js'
import { eachLanguage } from '../../texts/in-every-language.js'
import type { BotAnswer, Chat } from '../../ports/group-bot.js'
import { mayAct, mayActOn, scopeOf, type StaffCaller } from '../../ports/staff.js'
import type { Organisation } from '../accounts/index.js'
import { maskName } from '../notifications/index.js'
import { askWho } from './ask-first.js'
import type { BotDeps } from './bot-deps.js'
import type { Asked, Command, GeneralCommand, PersonCommand } from './command.js'
import { commands, help } from './commands/index.js'
import { findPerson, type Found, type Person } from './find-person.js'
import { cannotAnswerNow, nobodyCalled, notAllowed, notUnderstood, unknownMember, whoIsMeant } from './fixed-answers.js'
import { codeIn, parseBehind } from './parse-people.js'
import { parseMessage, withoutMention } from './parse-message.js'
import { asAnswer, runOnPeople, textOf } from './run-on-people.js'
import { shortNameOf } from './say.js'
import { texts } from './texts/index.js'
import { auditAway, changing, writeDown } from './written-down.js'

export interface Typed {
  orgId: string
  chat: Chat
  userid: string
  msgid: string
  text: string
}

export async function runCommand(deps: BotDeps, typed: Typed): Promise<BotAnswer> {
  const organisation = await deps.organisationOf(typed.orgId)
  const parsed = parseMessage(withoutMention(typed.text, Object.values(organisation.botName)), commands)
  const language = parsed.kind === 'empty' ? organisation.language : parsed.language
  return refusalsAnswered(language, async () => {
    const command = parsed.kind === 'command' ? parsed.command : help
    const member = await memberOrRefused(deps, typed, command)
    if (!member) return textOf(unknownMember, { language })
    if (parsed.kind === 'unknown') return textOf(notUnderstood(parsed.nearest), { language })

    const asked = askedBy(deps, member, { ...typed, organisation, language })
    if (!mayAct(member, command.may)) return refused(deps, asked, command)
    const rest = parsed.kind === 'command' ? parsed.rest : ''
    return command.about === 'all'
      ? answerGeneral(deps, asked, { command, rest })
      : answerAbout(deps, asked, { command, rest })
  })
}

interface AskedFrom extends Pick<Typed, 'chat' | 'msgid'> {
  organisation: Pick<Organisation, 'zone'>
  language: Language
}

export function askedBy(
  { clock }: BotDeps,
  member: StaffCaller,
  { chat, msgid, organisation, language }: AskedFrom,
): Asked {
  return { orgId: member.orgId, chat, member, key: keyOf(msgid), language, zone: organisation.zone, now: clock.now() }
}

/** A card's id takes letters, digits and a few signs; a message's id may be anything. */
const keyOf = (msgid: string): string => createHash('sha256').update(msgid).digest('hex').slice(0, 24)

export async function memberOrRefused(
  deps: BotDeps,
  { orgId, userid }: Pick<Typed, 'orgId' | 'userid'>,
  { action }: Pick<Command, 'action'>,
): Promise<StaffCaller | undefined> {
  const member = await deps.memberOf(orgId, userid)
  if (!member)
    await writeDown(
      deps,
      { orgId, memberId: `unknown:${userid}` },
      { action, result: 'refused', code: 'unknown-member' },
    )
  return member
}

async function refused(deps: BotDeps, asked: Asked, { action }: Command): Promise<BotAnswer> {
  await writeDown(deps, asked.member, { action, result: 'refused', code: 'not-allowed' })
  return textOf(notAllowed, asked)
}

/** Refusals are answers; whatever else is thrown is for the queue. */
export async function refusalsAnswered(language: Language, run: () => Promise<BotAnswer>): Promise<BotAnswer> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-allowed') return textOf(notAllowed, { language })
    if (error instanceof AppError && error.code === auditAway) return textOf(cannotAnswerNow, { language })
    throw error
  }
}

async function answerGeneral(
  deps: BotDeps,
  asked: Asked,
  { command, rest }: { command: GeneralCommand; rest: string },
): Promise<BotAnswer> {
  const answer = () => command.answer(deps, asked, { scope: scopeOf(asked.member, command.may), rest })
  if (command.changes)
    return asAnswer([await changing(deps, { member: asked.member, entry: { action: command.action } }, answer)], asked)
  const answered = await answer()
  if (command.verb !== 'help')
    await writeDown(deps, asked.member, {
      action: command.action,
      result: 'done',
      ...(answered.count !== undefined && { count: answered.count }),
    })
  return asAnswer([answered], asked)
}

async function answerAbout(
  deps: BotDeps,
  asked: Asked,
  { command, rest }: { command: PersonCommand; rest: string },
): Promise<BotAnswer> {
  const { refs, args } = parseBehind(rest, command.takes)
  if (refs.length === 0) return textOf(whoIsMeant(command), asked)
  const found = await Promise.all(
    refs.map(async (ref) => ({ ref, ...within(asked, command, await findPerson(deps, asked.orgId, ref)) })),
  )

  const unknown = found.filter(({ kind }) => kind === 'nobody')
  if (unknown.length > 0) return nobody(deps, asked, { command, refs: unknown.map(({ ref }) => ref) })
  const several = found.find((one) => one.kind === 'several')
  if (several && found.length === 1) return askWho(deps, asked, { command, people: several.people, args })
  if (several) return textOf(alike(several.people), asked)
  return runOnPeople(deps, asked, {
    command,
    args,
    people: unique(found.flatMap((one) => (one.kind === 'one' ? [one.person] : []))),
  })
}

/** Somebody of another position is no candidate for a choice. */
function within({ member }: Asked, { may }: Command, found: Found): Found {
  if (found.kind !== 'several') return found
  const mine = found.people.filter(({ application }) => mayActOn(member, may, application.positionId))
  return mine.length === 1
    ? { kind: 'one', person: mine[0]! }
    : { kind: mine.length > 1 ? 'several' : 'nobody', people: mine }
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

const alike = (people: readonly Person[]) => [
  texts.cannot.alike(people.length, people[0]!.maskedName),
  eachLanguage((language) =>
    people.map((person) => `${shortNameOf(person)} ${person.positionTitle[language]}`).join(' · '),
  ),
]

const unique = (people: readonly Person[]): Person[] => [
  ...new Map(people.map((person) => [person.application.id, person])).values(),
]
