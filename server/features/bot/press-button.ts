/** A button was pressed: a confirmation, a choice between two people, or a decision under a report. */
import type { Language } from '../../../shared/contracts/text.js'
import type { BotAnswer } from '../../ports/group-bot.js'
import { mayAct, type StaffCaller } from '../../ports/staff.js'
import type { BotDeps } from './bot-deps.js'
import type { Asked, PersonCommand } from './command.js'
import { personCommand } from './commands/index.js'
import type { Confirmation } from './confirmation-store.js'
import { decisionPressed } from './decision-buttons.js'
import { personByApplication, type Person } from './find-person.js'
import { notAllowed, pressTexts, unknownMember } from './cannot/fixed-answers.js'
import { meantBy } from './pressed-key.js'
import { askedBy, memberOrRefused, refusalsAnswered, type Typed } from './run-command.js'
import { actOnAll, linesOf, refuseOthers, runOnPeople, textOf } from './run-on-people.js'
import { markdownOf } from './say.js'
import { writeDown } from './written-down.js'

export interface Pressed extends Omit<Typed, 'text'> {
  cardId: string
  key: string
}

export async function pressButton(deps: BotDeps, pressed: Pressed): Promise<BotAnswer> {
  const decision = decisionPressed(pressed.key)
  const confirmation = decision ? undefined : await deps.confirmations.find(pressed.orgId, pressed.cardId)
  const organisation = await deps.organisationOf(pressed.orgId)
  const language = confirmation?.language ?? organisation.language

  return refusalsAnswered(language, async () => {
    const command = personCommand(decision?.verb ?? confirmation?.asking.verb)
    if (!command) return textOf(pressTexts.over, { language })
    const member = await memberOrRefused(deps, pressed, command)
    if (!member) return textOf(unknownMember, { language })

    const asked = askedBy(deps, member, { ...pressed, organisation, language })
    if (!mayAct(member, command.may)) return refused(deps, { member, command, language })
    return confirmation
      ? afterAsking(deps, asked, { confirmation, command, pressed })
      : decideOn(deps, asked, { command, applicationId: decision!.applicationId })
  })
}

async function refused(
  deps: BotDeps,
  { member, command, language }: { member: StaffCaller; command: PersonCommand; language: Language },
): Promise<BotAnswer> {
  await writeDown(deps, member, { action: command.action, result: 'refused', code: 'not-allowed' })
  return textOf(notAllowed, { language })
}

/** Under a report: easily pressed by mistake, so it is always asked about. */
async function decideOn(
  deps: BotDeps,
  asked: Asked,
  { command, applicationId }: { command: PersonCommand; applicationId: string },
): Promise<BotAnswer> {
  const person = await personByApplication(deps, asked.orgId, applicationId)
  if (!person) return textOf(pressTexts.over, asked)
  return runOnPeople(deps, asked, { command, people: [person], args: {}, ask: 'always' })
}

interface Asking {
  confirmation: Confirmation
  command: PersonCommand
  pressed: Pressed
}

async function afterAsking(
  deps: BotDeps,
  asked: Asked,
  { confirmation, command, pressed }: Asking,
): Promise<BotAnswer> {
  const { asker, cardId, asking } = confirmation
  if (asker !== pressed.userid) return textOf(pressTexts.notYours, asked)
  const meant = meantBy(pressed.key, confirmation)
  if (!meant) return textOf(pressTexts.nothingMeant, asked)
  if (!(await deps.confirmations.take(confirmation, { pressId: pressed.msgid, now: asked.now })))
    return over(confirmation, asked)
  const settled = (text: string): BotAnswer => ({ kind: 'settled', card: { cardId, title: asking.title, text } })
  if (meant.kind === 'cancel') return settled(pressTexts.cancelled[asked.language])

  const people = await peopleOf(deps, confirmation.orgId, meant.applicationIds)
  const onPeople = { command, people, args: asking.args }
  if (confirmation.kind === 'choose')
    return settledAs(settled, await runOnPeople(deps, { ...asked, key: `${asked.key}p` }, onPeople))
  const lines = (await actOnAllowed(deps, asked, onPeople)).flatMap((answer) => linesOf(answer, people.length > 1))
  return settled(markdownOf(lines, asked.language))
}

/** Pressed late: the card says so. Pressed a second time: it has said what happened already. */
function over({ cardId, asking, expiresAt }: Confirmation, { now, language }: Asked): BotAnswer {
  if (expiresAt > now) return textOf(pressTexts.over, { language })
  return { kind: 'settled', card: { cardId, title: asking.title, text: pressTexts.late[language] } }
}

async function peopleOf(deps: BotDeps, orgId: string, applicationIds: readonly string[]): Promise<Person[]> {
  const found = await Promise.all(applicationIds.map((id) => personByApplication(deps, orgId, id)))
  return found.filter((person) => person !== undefined)
}

/** Roles may have changed since it was asked. */
async function actOnAllowed(deps: BotDeps, asked: Asked, onPeople: Parameters<typeof actOnAll>[2]) {
  await refuseOthers(deps, asked, onPeople)
  return actOnAll(deps, asked, onPeople)
}

/** The choice is made: its card says what came of it, unless that is a card itself. */
function settledAs(settled: (text: string) => BotAnswer, answer: BotAnswer): BotAnswer {
  return answer.kind === 'text' ? settled(answer.markdown) : answer
}
