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
import { both, nameOf } from './say.js'
import { inWords } from './where-person-stands.js'

const verdictAt = (verb: DecisionVerb, stage: string): Verdict =>
  verb === 'advance' && stage === screeningStage ? 'invite' : verb

/** What the candidate receives once it is decided; `unset`: nothing before time and place of that round are set. */
type Follows = { kind: 'sends'; what: Bilingual } | { kind: 'unset'; round: Bilingual } | { kind: 'nothing' }

const sends = (zh: string, en: string): Follows => ({ kind: 'sends', what: both(zh, en) })

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
  if (one.kind === 'invited') return sends('收到面试邀请', 'gets the invitation to the interview')
  if (one.kind === 'letter-kept') return sends('收到婉拒信', 'gets the letter that declines')
  if (one.kind === 'decision-raised' && one.decision.unarranged)
    return { kind: 'unset', round: stageNameOf(position, one.decision.stage) }
  if (one.kind !== 'candidate-told') return undefined
  if (one.message.template !== 'next-round') return sends('收到结果通知', 'gets the notice of the result')
  const { zh, en } = one.message.variables.round
  return sends(`收到${zh}通知`, `gets the notice of the ${en.toLowerCase()}`)
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
  const toReview = await deps.toReviewBy(waiting, member.memberId)
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
      return both('记下决定，不发消息', 'is noted; nothing is sent')
    case 'unset':
      return both(
        `${follows.round.zh}的时间地点还没定：确认后先记下通过，通知要等时间地点定了才发`,
        `${follows.round.en.toLowerCase()} has no time or place yet: noted now, the notice goes out once set`,
      )
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
    lines: [
      both(`${name.zh}现在没有等你们做的决定。`, `Nothing of ${name.en} waits for a decision.`),
      both(`现在：${state.zh}。`, `Right now: ${state.en}.`),
    ],
  }
}

const facts: Record<Verdict, (name: Bilingual) => Bilingual> = {
  invite: ({ zh, en }) => both(`${zh}的简历已通过。`, `${en} passed screening.`),
  advance: ({ zh, en }) => both(`${zh}已通过这一轮。`, `${en} passed this round.`),
  hold: ({ zh, en }) => both(`${zh}已记为待定。`, `${en} is on hold.`),
  decline: ({ zh, en }) => both(`已婉拒 ${zh}。`, `${en} is declined.`),
}

function decidedLines(verdict: Verdict, { person, follows }: { person: Person; follows: Follows }): Bilingual[] {
  return [facts[verdict](nameOf(person)), sayFollowed(follows)]
}

function sayFollowed(follows: Follows): Bilingual {
  switch (follows.kind) {
    case 'sends':
      return both(`候选人会${follows.what.zh}。`, `The candidate ${follows.what.en}.`)
    case 'nothing':
      return both('没有给候选人发消息。', 'Nothing was sent to the candidate.')
    case 'unset':
      return both(
        '下一轮的时间地点还没定，所以没有通知候选人，请在控制台设置。',
        'The next round has no time and place yet, so nothing was sent. Please set them in the console.',
      )
  }
}

function refusedBecause(
  error: AppError,
  { person, gathered, now }: { person: Person; gathered: Gathered; now: Date },
): Answered {
  const name = nameOf(person)
  const fact = both(`没有改动 ${name.zh}。`, `Nothing was changed for ${name.en}.`)
  if (error.code === 'already-decided') {
    const state = inWords(gathered, now)
    return { lines: [fact, both(`已经有人决定了：${state.zh}。`, `Somebody decided before: ${state.en}.`)] }
  }
  if (error.status === 403)
    return { lines: [fact, both('这一轮不由你的角色决定。', 'This round is not decided by your role.')] }
  return { lines: [fact, both('这一步不能这样决定。', 'It cannot be decided like this at this step.')] }
}
