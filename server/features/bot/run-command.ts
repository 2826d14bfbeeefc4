/** What a member typed → the answer. The same for a socket, a test and whatever comes later. */
import { createHash } from 'node:crypto'
import type { Language } from '../../../shared/contracts/text.js'
import { AppError } from '../../errors.js'
import type { BotAnswer, Chat } from '../../ports/group-bot.js'
import { mayAct, scopeOf, type StaffCaller } from '../../ports/staff.js'
import type { Organisation } from '../accounts/index.js'
import { answerAbout } from './about-people.js'
import { answerEither, answerUnknown } from './beside-commands.js'
import type { BotDeps } from './bot-deps.js'
import { cannotAnswerNow, notAllowed, thanked, unknownMember } from './cannot/fixed-answers.js'
import type { Asked, Command, GeneralCommand } from './command.js'
import { commands, help } from './commands/index.js'
import { parseMessage, withoutMention } from './parse-message.js'
import { asAnswer, textOf } from './run-on-people.js'
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
  const text = withoutMention(typed.text, Object.values(organisation.botName))
  const parsed = parseMessage(text, commands)
  const language = ('language' in parsed && parsed.language) || organisation.language
  return refusalsAnswered(language, async () => {
    const command = parsed.kind === 'command' ? parsed.command : help
    const member = await memberOrRefused(deps, typed, command)
    if (!member) return textOf(unknownMember, { language })
    const asked = askedBy(deps, member, { ...typed, organisation, language })
    switch (parsed.kind) {
      case 'thanks':
        return textOf(thanked, asked)
      case 'either':
        return answerEither(deps, asked, parsed)
      case 'unknown':
        return answerUnknown(deps, asked, { ...parsed, text, usual: organisation.language })
      default:
        return answerCommand(deps, asked, { command, rest: parsed.kind === 'command' ? parsed.rest : '' })
    }
  })
}

async function answerCommand(
  deps: BotDeps,
  asked: Asked,
  { command, rest }: { command: Command; rest: string },
): Promise<BotAnswer> {
  if (!mayAct(asked.member, command.may)) return refused(deps, asked, command)
  return command.about === 'all'
    ? answerGeneral(deps, asked, { command, rest })
    : answerAbout(deps, asked, { command, rest })
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
      ...(answered.ids && { ids: answered.ids }),
      ...(answered.searched && { searched: answered.searched }),
    })
  return asAnswer([answered], asked)
}
