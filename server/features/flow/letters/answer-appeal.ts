/**
 * HR answers somebody who asked that a person looks again: in their own words, kept with the letter, and the candidate is told where to
 * read it. Only people answer; a new decision (taking the old one back) is the other answer.
 */
import type { AppealsWaiting } from '../../../../shared/contracts/appeals.js'
import type { Static } from 'typebox'
import { conflict, forbidden, notFound } from '../../../errors.js'
import type { Clock } from '../../../ports/clock.js'
import { scopeOf, type StaffCaller } from '../../../ports/staff.js'
import type { Notifications } from '../../notifications/index.js'
import type { PositionOf } from '../../positions/index.js'
import type { CandidateStore } from '../../talent/index.js'
import type { Timeline } from '../../timeline/index.js'
import { announcedByDecision } from '../decisions/consequences.js'
import type { DecisionStore } from '../decisions/decision-store.js'
import { flowPolicy } from '../policy.js'
import type { Appeal, AppealStore } from './appeal-store.js'
import { appealKeyOf } from './read-letter.js'
import { secondLookAt, type SecondLookDeps } from './second-look.js'

export interface AnswerAppealDeps extends SecondLookDeps {
  appeals: Pick<AppealStore, 'keepAnswer' | 'settleAnswered'>
  decisions: Pick<DecisionStore, 'findById'>
  notifications: Pick<Notifications, 'enqueue'>
  timeline: Timeline
  clock: Clock
}

/**
 * It waits until the message is queued: when the process dies before that, HR finds it waiting and answers again, and nobody is told twice.
 * @throws AppError appeal-answered: by somebody else, or by a new decision; appeal-by-another: the letter promises that whoever declined
 * does not look at it again alone; look-first: there is a report, and nobody else has rated it since.
 */
export async function answerAppeal(
  deps: AnswerAppealDeps,
  { appeal, by, text }: { appeal: Appeal; by: string; text: string },
): Promise<void> {
  const { appeals, decisions, notifications, timeline, clock } = deps
  const { id, orgId, candidateId, applicationId, decisionId } = appeal
  const at = clock.now()
  const decision = await decisions.findById(orgId, decisionId)
  if (!decision || appeal.key !== appealKeyOf(decision)) throw conflict('appeal-answered')
  if (decision.decidedBy === by) throw forbidden('appeal-by-another')
  if ((await secondLookAt(deps, appeal, decision))?.looks.length === 0) throw conflict('look-first')
  if (!(await appeals.keepAnswer(appeal, { text, by, at }))) throw conflict('appeal-answered')

  const key = `appeal-answered:${id}`
  await timeline.append({ orgId, candidateId, applicationId, decisionId, at, by, kind: 'appeal-answered', key })
  await notifications.enqueue({
    orgId,
    candidateId,
    applicationId,
    template: 'result',
    variables: { state: 'answered', expectedBy: at, applicationId },
    dedupeKey: key,
    about: { kind: 'decision', id: decisionId, announces: announcedByDecision(decision) },
  })
  if (!(await appeals.settleAnswered(appeal, by))) throw conflict('appeal-answered')
}

export interface AppealListDeps {
  appeals: Pick<AppealStore, 'listWaiting'>
  decisions: Pick<DecisionStore, 'listOfMany'>
  candidates: Pick<CandidateStore, 'findManyWithIdentity'>
  positionOf: PositionOf
}

const mostShown = 200

/** To the end of those who wait: behind many that a new decision answered stand some who still wait. */
export async function appealsWaitingFor(deps: AppealListDeps, caller: StaffCaller): Promise<Appeal[]> {
  const { orgId } = caller
  const scope = scopeOf(caller, flowPolicy.seeWaiting)
  const open: Appeal[] = []
  for (let after: Appeal | undefined; open.length < mostShown;) {
    const found = await deps.appeals.listWaiting(orgId, { scope, limit: mostShown, after })
    open.push(...(await stillOpen(deps, orgId, found)))
    after = found.at(-1)
    if (found.length < mostShown) break
  }
  return open.slice(0, mostShown)
}

/** A decline that was taken back meanwhile has its answer: the new decision. */
async function stillOpen(
  { decisions }: Pick<AppealListDeps, 'decisions'>,
  orgId: string,
  appeals: readonly Appeal[],
): Promise<Appeal[]> {
  const ids = appeals.map(({ applicationId }) => applicationId)
  const decided = await decisions.listOfMany(orgId, ids)
  return appeals.filter(({ applicationId, key }) =>
    (decided.get(applicationId) ?? []).some((one) => appealKeyOf(one) === key),
  )
}

export async function listAppealsFor(
  deps: AppealListDeps,
  caller: StaffCaller,
): Promise<Static<typeof AppealsWaiting>['appeals']> {
  const appeals = await appealsWaitingFor(deps, caller)
  const people = await deps.candidates.findManyWithIdentity(
    caller.orgId,
    appeals.map(({ candidateId }) => candidateId),
  )
  const shown = await Promise.all(
    appeals.map(async ({ id, applicationId, candidateId, positionId, askedAt }) => {
      const [person, position] = [people.get(candidateId), await deps.positionOf(caller.orgId, positionId)]
      if (!person || !position) return undefined
      const { name, shortCode } = person
      return {
        appealId: id,
        applicationId,
        name,
        shortCode,
        positionId,
        positionTitle: position.title,
        askedAt: askedAt.toISOString(),
      }
    }),
  )
  return shown.filter((one) => one !== undefined)
}

export async function appealOf({ appeals }: { appeals: Pick<AppealStore, 'findById'> }, orgId: string, id: string) {
  const appeal = await appeals.findById(orgId, id)
  if (!appeal) throw notFound('appeal')
  return appeal
}
