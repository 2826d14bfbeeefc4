/** Advance, hold and decline by a command or a button: one use case of the flow, with the texts around it. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { AppError } from '../../errors.js'
import { gatherApplication, waitingIn, type Gathered } from '../applications/index.js'
import { consequencesOf, screeningStage, type Consequence, type Decision, type Verdict } from '../flow/index.js'
import { stageNameOf, type Position } from '../positions/index.js'
import { rolesOn } from '../../ports/staff.js'
import type { BotDeps } from './bot-deps.js'
import type { Answered, Asked, Preview } from './command.js'
import type { DecisionVerb } from './decision-buttons.js'
import type { Person } from './find-person.js'
import { nameOf } from './say.js'
import { texts } from './texts/index.js'
import { inWords } from './where-person-stands.js'

const words = texts.decisions

const verdictAt = (verb: DecisionVerb, stage: string): Verdict =>
  verb === 'advance' && stage === screeningStage ? 'invite' : verb

/** What the candidate receives once it is decided; `unset`: nothing before time and place of that round are set. */
type Follows = { kind: 'sends'; what: Bilingual } | { kind: 'unset'; round: Bilingual } | { kind: 'nothing' }

const sends = (what: Bilingual): Follows => ({ kind: 'sends', what })

async function whatFollows(
  { organisationOf }: BotDeps,
  decision: Decision & { verdict: Verdict },
  { position, now }: Pick<Gathered, 'position'> & { now: Date },
): Promise<Follows> {
  if (!position) return { kind: 'nothing' }
  const { defaults } = await organisationOf(decision.orgId)
  const follow = consequencesOf(decision, { position, defaults, at: decision.decidedAt ?? now })
  return follow.map((one) => inGroupWords(one, position)).find((said) => said !== undefined) ?? { kind: 'nothing' }
}

/** Undefined for what the candidate does not notice. */
function inGroupWords(one: Consequence, position: Position): Follows | undefined {
  if (one.kind === 'invited') return sends(words.invitation)
  if (one.kind === 'letter-kept') return sends(words.letter)
  if (one.kind === 'decision-raised' && one.decision.unarranged)
    return { kind: 'unset', round: stageNameOf(position, one.decision.stage) }
  if (one.kind !== 'candidate-told') return undefined
  if (one.message.template !== 'next-round') return sends(words.result)
  return sends(words.round(one.message.variables.round))
}

/** Only a hold can be taken back, so anything else is asked about. */
export async function previewOf(
  deps: BotDeps,
  { member, now }: Asked,
  { verb, person }: { verb: DecisionVerb; person: Person },
): Promise<Preview | undefined> {
  const gathered = await gatherApplication(deps, person.application)
  const waiting = waitingIn(gathered)
  if (!waiting) return undefined
  if (verb === 'hold') return { will: sayFollows({ kind: 'nothing' }), alwaysAsk: false }

  const verdict = verdictAt(verb, waiting.stage)
  const follows = await whatFollows(deps, { ...waiting, verdict }, { ...gathered, now })
  const toReview = await deps.toReviewBy(waiting, member)
  return {
    will: sayFollows(follows),
    alwaysAsk: true,
    ...(toReview > 0 && { toReview }),
    ...(follows.kind === 'unset' && { unset: true }),
  }
}

function sayFollows(follows: Follows): Bilingual {
  switch (follows.kind) {
    case 'sends':
      return follows.what
    case 'nothing':
      return words.willBeNoted
    case 'unset':
      return words.willBeUnset(follows.round)
  }
}

export async function decideInGroup(
  deps: BotDeps,
  { verb, asked, person, reason }: { verb: DecisionVerb; asked: Asked; person: Person; reason: string },
): Promise<Answered> {
  const gathered = await gatherApplication(deps, person.application)
  const waiting = waitingIn(gathered)
  if (!waiting) return nothingWaits(deps, gathered, { verb, asked, person })

  const verdict = verdictAt(verb, waiting.stage)
  try {
    await deps.decideOn({
      decision: waiting,
      verdict,
      by: asked.member.memberId,
      reason,
      roles: rolesOn(asked.member, waiting.positionId),
      key: asked.key,
    })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refusedBecause(error, {
      person,
      now: asked.now,
      gathered: await gatherApplication(deps, person.application),
    })
  }
  const follows = await whatFollows(deps, { ...waiting, verdict }, { ...gathered, now: asked.now })
  return { lines: decidedLines(verdict, { person, follows }) }
}

/** The same member decided the same before: this act ran before a crash. Otherwise it says who was faster, in states. */
async function nothingWaits(
  deps: BotDeps,
  gathered: Gathered,
  { verb, asked, person }: { verb: DecisionVerb; asked: Asked; person: Person },
): Promise<Answered> {
  const last = gathered.decisions.filter(({ status }) => status === 'decided').at(-1)
  const verdict = last && verdictAt(verb, last.stage)
  if (verdict && last.decidedBy === asked.member.memberId && last.verdict === verdict) {
    const follows = await whatFollows(deps, { ...last, verdict }, { ...gathered, now: asked.now })
    return { lines: decidedLines(verdict, { person, follows }) }
  }
  const [name, state] = [nameOf(person), inWords(gathered, asked.now)]
  return {
    lines: [words.nothingWaits(name), texts.now(state)],
  }
}

function decidedLines(verdict: Verdict, { person, follows }: { person: Person; follows: Follows }): Bilingual[] {
  return [words.facts[verdict](nameOf(person)), sayFollowed(follows)]
}

function sayFollowed(follows: Follows): Bilingual {
  switch (follows.kind) {
    case 'sends':
      return words.candidateWill(follows.what)
    case 'nothing':
      return words.nothingSent
    case 'unset':
      return words.unset
  }
}

function refusedBecause(
  error: AppError,
  { person, gathered, now }: { person: Person; gathered: Gathered; now: Date },
): Answered {
  const name = nameOf(person)
  const fact = words.unchanged(name)
  if (error.code === 'already-decided') {
    const state = inWords(gathered, now)
    return { lines: [fact, words.already(state)] }
  }
  if (error.code === 'second-rating-open') return { lines: [fact, words.secondOpen] }
  if (error.status === 403) return { lines: [fact, words.notYourRound] }
  return { lines: [fact, words.notAtThisStage] }
}
