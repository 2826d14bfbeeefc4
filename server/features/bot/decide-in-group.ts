/** Advance, hold and decline by a command or a button: one use case of the flow, with the texts around it. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { AppError } from '../../errors.js'
import { screeningStage, type Decision, type Verdict } from '../flow/index.js'
import { roundAfter } from '../positions/index.js'
import { rolesOn } from '../../ports/staff.js'
import type { BotDeps } from './bot-deps.js'
import type { Answered, Asked } from './command.js'
import type { DecisionVerb } from './decision-buttons.js'
import type { Person } from './find-person.js'
import { both, nameOf } from './say.js'
import { inWords, standingOf, waitingIn, type Standing } from './where-person-stands.js'

const verdictAt = (verb: DecisionVerb, stage: string): Verdict => (verb === 'advance' && stage === screeningStage ? 'invite' : verb)

/** What the candidate receives once it is decided; undefined: nothing. A slot that has passed is none. */
function whatGoesOut(verdict: Verdict, { stage }: Pick<Decision, 'stage'>, { position, now }: Pick<Standing, 'position'> & { now: Date }): Bilingual | undefined {
  if (verdict === 'invite') return both('收到面试邀请', 'gets the invitation to the interview')
  if (verdict === 'decline') return both('收到婉拒信', 'gets the letter that declines')
  const next = verdict === 'advance' && position ? roundAfter(position, stage) : undefined
  return next?.slot && new Date(next.slot.startsAt) > now ? both(`收到${next.name.zh}通知`, `gets the notice of the ${next.name.en.toLowerCase()}`) : undefined
}

export async function previewOf(deps: BotDeps, verb: DecisionVerb, { application }: Person): Promise<{ will: Bilingual; alwaysAsk: boolean } | undefined> {
  const standing = await standingOf(deps, application)
  const waiting = waitingIn(standing)
  if (!waiting) return undefined
  const out = whatGoesOut(verdictAt(verb, waiting.stage), waiting, { ...standing, now: deps.clock.now() })
  const nothing = both('记下决定，不发消息', 'is noted; nothing is sent')
  return { will: out ?? nothing, alwaysAsk: out !== undefined }
}

export async function decideInGroup(deps: BotDeps, { verb, asked, person, reason }: { verb: DecisionVerb; asked: Asked; person: Person; reason: string }): Promise<Answered> {
  const standing = await standingOf(deps, person.application)
  const waiting = waitingIn(standing)
  if (!waiting) return nothingWaits(standing, { verb, asked, person })

  const verdict = verdictAt(verb, waiting.stage)
  try {
    await deps.decideOn({ decision: waiting, verdict, by: asked.member.memberId, reason, roles: rolesOn(asked.member, waiting.positionId) })
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refusedBecause(error, { person, now: asked.now, standing: await standingOf(deps, person.application) })
  }
  return { lines: decidedLines(verdict, { person, out: whatGoesOut(verdict, waiting, { ...standing, now: asked.now }) }) }
}

/** The same member decided the same before: this act ran before a crash. Otherwise it says who was faster, in states. */
function nothingWaits(standing: Standing, { verb, asked, person }: { verb: DecisionVerb; asked: Asked; person: Person }): Answered {
  const last = standing.decisions.filter(({ status }) => status === 'decided').at(-1)
  if (last?.decidedBy === asked.member.memberId && last.verdict === verdictAt(verb, last.stage)) {
    return { lines: decidedLines(last.verdict, { person, out: whatGoesOut(last.verdict, last, { ...standing, now: asked.now }) }) }
  }
  const [name, state] = [nameOf(person), inWords(standing, asked.now)]
  return { lines: [both(`${name.zh}现在没有等你们做的决定。`, `Nothing of ${name.en} waits for a decision.`), both(`现在：${state.zh}。`, `Right now: ${state.en}.`)] }
}

const facts: Record<Verdict, (name: Bilingual) => Bilingual> = {
  invite: ({ zh, en }) => both(`${zh}的简历已通过。`, `${en} passed screening.`),
  advance: ({ zh, en }) => both(`${zh}已通过这一轮。`, `${en} passed this round.`),
  hold: ({ zh, en }) => both(`${zh}已记为待定。`, `${en} is on hold.`),
  decline: ({ zh, en }) => both(`已婉拒 ${zh}。`, `${en} is declined.`),
}

function decidedLines(verdict: Verdict, { person, out }: { person: Person; out: Bilingual | undefined }): Bilingual[] {
  const fact = facts[verdict](nameOf(person))
  if (out) return [fact, both(`候选人会${out.zh}。`, `The candidate ${out.en}.`)]
  if (verdict === 'advance') return [fact, both('下一轮的时间地点还没定，所以没有通知候选人，请在控制台设置。', 'The next round has no time and place yet, so nothing was sent. Please set them in the console.')]
  return [fact, both('没有给候选人发消息。', 'Nothing was sent to the candidate.')]
}

function refusedBecause(error: AppError, { person, standing, now }: { person: Person; standing: Standing; now: Date }): Answered {
  const name = nameOf(person)
  const fact = both(`没有改动 ${name.zh}。`, `Nothing was changed for ${name.en}.`)
  if (error.code === 'already-decided') {
    const state = inWords(standing, now)
    return { lines: [fact, both(`已经有人决定了：${state.zh}。`, `Somebody decided before: ${state.en}.`)] }
  }
  if (error.status === 403) return { lines: [fact, both('这一轮不由你的角色决定。', 'This round is not decided by your role.')] }
  return { lines: [fact, both('这一步不能这样决定。', 'It cannot be decided like this at this step.')] }
}
