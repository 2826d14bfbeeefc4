/** What the candidate would be sent, before anybody decides. Nothing is written. */
import type { DecideRequest, DecisionPreview } from '../../../../shared/contracts/staff-reports.js'
import type { Round } from '../../../../shared/contracts/positions.js'
import type { RoundSlot } from '../../../../shared/contracts/round-slot.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { DateTime } from 'luxon'
import type { Clock } from '../../../ports/clock.js'
import { notFound } from '../../../errors.js'
import type { Organisation } from '../../accounts/index.js'
import { roundAfter, roundOf, type Position } from '../../positions/index.js'
import { screeningStage, type Decision } from './decision.js'
import { draftLetter, type DraftLetterDeps } from '../letters/keep-letter.js'

export interface PreviewDeps extends DraftLetterDeps {
  positionOf: (orgId: string, positionId: string) => Promise<Position | undefined>
  organisationOf: (orgId: string) => Promise<Organisation>
  clock: Clock
}

/** `toReview`: items that the reviewer has not rated. */
export async function previewDecision(
  deps: PreviewDeps,
  decision: Decision,
  { verdict, slot, toReview }: Pick<DecideRequest, 'verdict' | 'slot'> & { toReview: number },
): Promise<DecisionPreview> {
  const position = await deps.positionOf(decision.orgId, decision.positionId)
  if (!position) throw notFound('position')
  const unrated = toReview > 0 ? [notRated(toReview)] : []
  switch (verdict) {
    case 'hold':
      return { verdict, warnings: [staysWaiting] }
    case 'invite':
      return { verdict, message: { template: 'invitation', text: invited(position.title) }, warnings: [] }
    case 'decline':
      return {
        verdict,
        warnings: unrated,
        message: { template: 'result', text: letterFollows },
        letter: await draftLetter(deps, decision, deps.clock.now()),
      }
    case 'advance':
      return advancing(deps, { decision, position, slot, warnings: decision.stage === screeningStage ? [] : unrated })
  }
}

interface Advancing {
  decision: Decision
  position: Position
  slot: RoundSlot | undefined
  warnings: Bilingual[]
}

async function advancing(
  deps: PreviewDeps,
  { decision, position, slot, warnings }: Advancing,
): Promise<DecisionPreview> {
  const verdict = 'advance'
  const next = roundAfter(position, decision.stage)
  if (!next) return { verdict, message: { template: 'result', text: resultIsIn }, warnings: [...warnings, lastRound] }
  const now = deps.clock.now()
  const offered = slot ?? next.slot
  if (!offered || new Date(offered.startsAt) <= now)
    return { verdict, warnings: [...warnings, slot ? inThePast : noSlot] }
  return noticeFor(deps, { orgId: decision.orgId, round: next, slot: offered, warnings })
}

/** The notice of a round that was entered without time and place. */
export async function previewArrangement(
  deps: Pick<PreviewDeps, 'positionOf' | 'organisationOf' | 'clock'>,
  { orgId, positionId, stage }: Decision,
  slot: RoundSlot,
): Promise<DecisionPreview> {
  const position = await deps.positionOf(orgId, positionId)
  const round = position && roundOf(position, stage)
  if (!round) throw notFound('round')
  if (new Date(slot.startsAt) <= deps.clock.now()) return { verdict: 'advance', warnings: [inThePast] }
  return noticeFor(deps, { orgId, round, slot, warnings: [] })
}

interface Notice {
  orgId: string
  round: Round
  slot: RoundSlot
  warnings: Bilingual[]
}

async function noticeFor(
  { organisationOf }: Pick<PreviewDeps, 'organisationOf'>,
  { orgId, round, slot, warnings }: Notice,
): Promise<DecisionPreview> {
  const verdict = 'advance'
  if (round.sends.entered === 'nothing') return { verdict, warnings: [...warnings, sendsNothing] }
  const { zone } = await organisationOf(orgId)
  return { verdict, message: { template: 'next-round', text: noticeOf(round.name, slot, zone) }, warnings }
}

function noticeOf(round: Bilingual, { startsAt, place, contact }: RoundSlot, zone: string): Bilingual {
  const time = DateTime.fromISO(startsAt, { zone })
  return {
    zh: `${round.zh} · ${time.toFormat('yyyy年M月d日 HH:mm')} · ${place.zh} · ${contact.name.zh} ${contact.phone}`,
    en: `${round.en} · ${time.toFormat('yyyy-MM-dd HH:mm')} · ${place.en} · ${contact.name.en} ${contact.phone}`,
  }
}

const notRated = (count: number): Bilingual => ({
  zh: `还有 ${count} 项没有复核，复核后才看得到机器的分数。`,
  en: `Not reviewed yet: ${count}. The machine's scores stay hidden until then.`,
})
const staysWaiting: Bilingual = {
  zh: '不发消息，候选人继续等待，答复期限不变。',
  en: 'Nothing is sent. The candidate goes on waiting and the promised time stays.',
}
const letterFollows: Bilingual = { zh: '结果已出，附给您的说明', en: 'Result, with a letter' }
const resultIsIn: Bilingual = { zh: '结果已更新，请查看', en: 'Your result is in' }
const lastRound: Bilingual = { zh: '这是最后一轮，之后全部通过。', en: 'This is the last round; all are passed then.' }
const noSlot: Bilingual = {
  zh: '下一轮还没有时间地点：不会通知候选人，会记为待安排。',
  en: 'The next round has no time and place: nothing is sent and it becomes a task.',
}
const inThePast: Bilingual = { zh: '这个时间已经过去，请另选时间。', en: 'This time has passed. Choose another one.' }
const sendsNothing: Bilingual = { zh: '这一轮设为不发通知。', en: 'This round is set to send nothing.' }
const invited = (position: Bilingual): Bilingual => ({
  zh: `邀请参加「${position.zh}」的线上面试`,
  en: `Invitation to the online interview for ${position.en}`,
})
