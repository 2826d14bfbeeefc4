/** What a declined candidate asked for: that a person looks again. One that waits comes before a later one that was answered. */
import type { AppealForStaff } from '../../../shared/contracts/appeals.js'
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import { appealKeyOf, flowPolicy, type Appeal, type AppealStore, type Decision } from '../flow/index.js'
import type { Application } from '../talent/index.js'

export interface AppealDeps {
  appeals: Pick<AppealStore, 'listOf' | 'wordsOf' | 'answerOf'>
}

export async function appealFor(
  { appeals }: AppealDeps,
  caller: StaffCaller,
  { id, orgId, positionId }: Application,
  { decisions, nameOf }: { decisions: readonly Decision[]; nameOf: (memberId: string) => string },
): Promise<AppealForStaff | undefined> {
  const all = await appeals.listOf(orgId, id)
  const isOpen = ({ status, key }: Appeal) => status === 'waiting' && decisions.some((one) => appealKeyOf(one) === key)
  const appeal = all.find(isOpen) ?? all.at(-1)
  if (!appeal) return undefined
  const { answeredAt: at, answeredBy: by } = appeal
  const words = await appeals.wordsOf(appeal)
  const text = at && (await appeals.answerOf(appeal))
  const declinedThem = decisions.some((one) => appealKeyOf(one) === appeal.key && one.decidedBy === caller.memberId)
  const mayAnswer = isOpen(appeal) && mayActOn(caller, flowPolicy.answerAppeal, positionId)
  return {
    appealId: appeal.id,
    askedAt: appeal.askedAt.toISOString(),
    ...(words && { words }),
    mayAnswer: mayAnswer && !declinedThem,
    ...(mayAnswer && declinedThem && { needsAnother: true as const }),
    ...(text && by && { answer: { text, by: nameOf(by), at: at.toISOString() } }),
  }
}
