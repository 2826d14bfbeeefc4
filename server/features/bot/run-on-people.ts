/**
 * A command about people, once it is known who they are: within the asker's positions, asked about first when it is about several
 * or cannot be taken back, written down, done.
 */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { forbidden } from '../../errors.js'
import { eachLanguage, unchanged } from '../../texts/in-every-language.js'
import type { BotAnswer } from '../../ports/group-bot.js'
import { mayActOn } from '../../ports/staff.js'
import { askFirst } from './ask-first.js'
import type { BotDeps } from './bot-deps.js'
import type { Answered, Args, Asked, PersonCommand } from './command.js'
import type { Person } from './find-person.js'
import { joined, markdownOf } from './say.js'
import { texts } from './texts/index.js'
import { changing, writeDown } from './written-down.js'

export interface OnPeople {
  command: PersonCommand
  people: Person[]
  args: Args
}

const codesOf = (people: readonly Person[]): string => people.map(({ shortCode }) => shortCode).join(' ')

/** `always`: a button was pressed, which is easily done by mistake; or what was typed can be read in another way. */
export async function runOnPeople(
  deps: BotDeps,
  asked: Asked,
  { ask = 'if-needed', ...what }: OnPeople & { ask?: 'if-needed' | 'always' },
): Promise<BotAnswer> {
  await refuseOthers(deps, asked, what)
  const missing = what.command.missing?.(what.args, codesOf(what.people))
  if (missing) return textOf(missing, asked)
  if (!what.command.changes) return readAll(deps, asked, what)

  const { command, people, args } = what
  const looked = await Promise.all(
    people.map(async (person) => ({ person, preview: await command.preview?.(deps, asked, { person, args }) })),
  )
  const willing = looked.flatMap(({ person, preview }) => (preview ? [{ person, preview }] : []))
  const asks = ask === 'always' || people.length > 1 || willing.some(({ preview }) => preview.alwaysAsk)
  if (!asks || willing.length === 0) return asAnswer(await actOnAll(deps, asked, what), asked)
  return askFirst(deps, asked, { command, args, willing, skipped: people.length - willing.length })
}

/** Each of them once, under a key of its own. */
export async function actOnAll(deps: BotDeps, asked: Asked, { command, people, args }: OnPeople): Promise<Answered[]> {
  const answers: Answered[] = []
  for (const person of people) {
    const entry = { action: command.action, subject: subjectOf(person) }
    const key = people.length > 1 ? `${asked.key}-${person.application.id}` : asked.key
    answers.push(
      await changing(deps, { member: asked.member, entry }, () =>
        command.act(deps, { ...asked, key }, { person, args }),
      ),
    )
  }
  return answers
}

async function readAll(deps: BotDeps, asked: Asked, { command, people, args }: OnPeople): Promise<BotAnswer> {
  const answers: Answered[] = []
  for (const person of people) {
    answers.push(await command.act(deps, asked, { person, args }))
    await writeDown(deps, asked.member, { action: command.action, subject: subjectOf(person), result: 'done' })
  }
  return asAnswer(answers, asked)
}

/** One that is not theirs, and nothing is done for any. */
export async function refuseOthers(deps: BotDeps, { member }: Asked, { command, people }: OnPeople): Promise<void> {
  const other = people.find(({ application }) => !mayActOn(member, command.may, application.positionId))
  if (!other) return
  await writeDown(deps, member, {
    action: command.action,
    subject: subjectOf(other),
    result: 'refused',
    code: 'not-allowed',
  })
  throw forbidden('not-allowed')
}

const subjectOf = ({ application }: Person) => ({ kind: 'application', id: application.id })

export function asAnswer(answers: readonly Answered[], asked: Pick<Asked, 'language'>): BotAnswer {
  const [first] = answers
  if (answers.length === 1 && first && 'card' in first) return { kind: 'card', card: first.card }
  return textOf(
    answers.flatMap((answer) => linesOf(answer, answers.length > 1)),
    asked,
  )
}

/** Of several people, each gets a line. */
export function linesOf(answer: Answered, oneLine: boolean): Bilingual[] {
  if ('card' in answer) return [unchanged(`> ${answer.card.title}`)]
  const [fact, ...rest] = answer.lines
  if (!oneLine || !fact) return answer.lines
  const whole = joined([fact, ...rest], texts.betweenSentences)
  return [eachLanguage((language) => `> ${whole[language]}`)]
}

export const textOf = (lines: readonly Bilingual[], { language }: Pick<Asked, 'language'>): BotAnswer => ({
  kind: 'text',
  markdown: markdownOf(lines, language),
})
