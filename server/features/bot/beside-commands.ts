/** What was typed is no command: a bare name asks how they are doing, a mistyped word is asked about, one with two meanings as well. */
import type { Language } from '../../../shared/contracts/text.js'
import type { BotAnswer } from '../../ports/group-bot.js'
import { mayAct, mayActOn } from '../../ports/staff.js'
import { answerAbout, peopleIn, readFor } from './about-people.js'
import type { BotDeps } from './bot-deps.js'
import { notAllowed, notUnderstood, twoMeanings, twoMeaningsTitle } from './cannot/fixed-answers.js'
import type { Asked, Command, PersonCommand } from './command.js'
import { progress } from './commands/progress.js'
import { decisionButtons, decisionVerbs } from './decision-buttons.js'
import type { Person } from './find-person.js'
import { isWrittenAsCode, wordsIn } from './parse-people.js'
import { textOf } from './run-on-people.js'
import { writeDown } from './written-down.js'

/** More words than a name or two have are no bare name. */
const mostBareWords = 6

/** `usual`: a name or a code is in no language. */
export async function answerUnknown(
  deps: BotDeps,
  asked: Asked,
  { text, usual, nearest, rest }: { text: string; usual: Language; nearest?: Command; rest: string },
): Promise<BotAnswer> {
  if (await isAboutPeople(deps, asked, text))
    return answerAbout(deps, { ...asked, language: usual }, { command: progress, rest: text })
  if (!nearest) return textOf(notUnderstood(), asked)
  const behind = nearest.about === 'people' ? await asCodes(deps, asked, { command: nearest, rest }) : undefined
  return textOf(notUnderstood({ command: nearest, ...(behind && { behind: behind.typed }) }), asked)
}

/** Names and codes alone. A lone word in the form of a code is one that nobody has. */
async function isAboutPeople(deps: BotDeps, asked: Asked, text: string): Promise<boolean> {
  const words = wordsIn(text)
  if (!mayAct(asked.member, progress.may) || words.length > mostBareWords) return false
  if (words.length === 1 && isWrittenAsCode(words[0]!.text)) return true
  const { refs } = await readFor(deps, asked, { command: progress, rest: text })
  return refs.length > 0 && refs.every(({ found }) => found.kind !== 'nobody')
}

/** “pass” is yes to some and no to others: nothing is done for it. */
export async function answerEither(
  deps: BotDeps,
  asked: Asked,
  { commands, word, rest }: { commands: readonly Command[]; word: string; rest: string },
): Promise<BotAnswer> {
  const mine = commands.filter(
    (command): command is PersonCommand => command.about === 'people' && mayAct(asked.member, command.may),
  )
  const [first] = mine
  if (!first) return textOf(notAllowed, asked)
  const behind = await asCodes(deps, asked, { command: first, rest })
  if (behind?.people.length !== 1) return textOf(twoMeanings(word, mine, behind?.typed), asked)
  return whichOf(asked, { word, commands: mine, person: behind.people[0]! })
}

/** The buttons of a report: whichever is pressed asks once more. */
function whichOf(
  { key, language }: Asked,
  { word, commands, person }: { word: string; commands: readonly PersonCommand[]; person: Person },
): BotAnswer {
  const verbs = decisionVerbs.filter((verb) => commands.some((command) => command.verb === verb))
  const buttons = decisionButtons(verbs, { applicationId: person.application.id, language })
  const [title, description] = [twoMeaningsTitle(word, person)[language], person.positionTitle[language]]
  return { kind: 'card', card: { cardId: `either-${key}`, title, description, buttons } }
}

/** Who was typed about, as codes: a name is repeated to a group in no other form. Undefined: not all are known, or theirs to see. */
async function asCodes(
  deps: BotDeps,
  asked: Asked,
  { command, rest }: { command: PersonCommand; rest: string },
): Promise<{ people: Person[]; typed: string } | undefined> {
  const { member } = asked
  if (!mayAct(member, command.may)) return undefined
  const behind = await readFor(deps, asked, { command, rest })
  const people = peopleIn(behind)
  const known = behind.refs.every(({ found }) => found.kind === 'one')
  if (!known || people.length === 0) return undefined
  if (!people.every(({ application }) => mayActOn(member, command.may, application.positionId))) return undefined
  for (const { application } of people)
    await writeDown(deps, member, {
      action: progress.action,
      subject: { kind: 'application', id: application.id },
      result: 'done',
    })
  const typed = [...people.map(({ shortCode }) => shortCode), plain(behind.tail)].join(' ').trim()
  return { people, typed }
}

const longestTail = 40

/** Without what a group would take for markup. */
const plain = (tail: string): string => [...tail.replace(/[<>[\]`*@]/g, '')].slice(0, longestTail).join('')
