/** What a declined candidate asked for: that a person looks again. One that waits comes before a later one that was answered. */
import type { AppealForStaff } from '../../../shared/contracts/appeals.js'
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import {
  appealKeyOf,
  flowPolicy,
  secondLookAt,
  type Appeal,
  type AppealStore,
  type Decision,
  type SecondLook,
  type SecondLookDeps,
} from '../flow/index.js'
import { reportsPolicy } from '../reports/index.js'
import type { Application } from '../talent/index.js'

export interface AppealDeps extends SecondLookDeps {
  appeals: Pick<AppealStore, 'listOf' | 'wordsOf' | 'answerOf'>
}

export async function appealFor(
  deps: AppealDeps,
  caller: StaffCaller,
  { id, orgId, positionId }: Application,
  { decisions, nameOf }: { decisions: readonly Decision[]; nameOf: (memberId: string) => string },
): Promise<AppealForStaff | undefined> {
  const { appeals } = deps
  const all = await appeals.listOf(orgId, id)
  const isOpen = ({ status, key }: Appeal) => status === 'waiting' && decisions.some((one) => appealKeyOf(one) === key)
  const appeal = all.find(isOpen) ?? all.at(-1)
  if (!appeal) return undefined
  const { answeredAt: at, answeredBy: by } = appeal
  const words = await appeals.wordsOf(appeal)
  const text = at && (await appeals.answerOf(appeal))
  const decline = decisions.find((one) => appealKeyOf(one) === appeal.key)
  const declinedThem = decline?.decidedBy === caller.memberId
  const look = isOpen(appeal) && decline ? await secondLookAt(deps, appeal, decline) : undefined
  const mayAnswer = isOpen(appeal) && mayActOn(caller, flowPolicy.answerAppeal, positionId)
  return {
    appealId: appeal.id,
    askedAt: appeal.askedAt.toISOString(),
    ...(words && { words }),
    mayAnswer: mayAnswer && !declinedThem,
    ...(mayAnswer && declinedThem && { needsAnother: true as const }),
    ...(look && { secondLook: shownLook(look, { caller, positionId, nameOf }) }),
    ...(text && by && { answer: { text, by: nameOf(by), at: at.toISOString() } }),
  }
}

function shownLook(
  { looks, wasThere }: SecondLook,
  { caller, positionId, nameOf }: { caller: StaffCaller; positionId: string; nameOf: (memberId: string) => string },
): NonNullable<AppealForStaff['secondLook']> {
  const may = mayActOn(caller, reportsPolicy.rate, positionId) ? 'may' : 'may-not'
  return {
    seen: looks.map(({ by, at }) => ({ by: nameOf(by), at: at.toISOString() })),
    reader: wasThere.has(caller.memberId) ? 'was-there' : may,
  }
}
