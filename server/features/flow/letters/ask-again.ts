/**
 * A declined candidate asks that a person looks again, and may say why: it waits for HR's answer, and their group is told. What comes of it is a
 * decision that is taken back, or HR's own words (answer-appeal.ts); the letter says until when one may ask.
 */
import type { LetterForCandidate } from '../../../../shared/contracts/staff-decisions.js'
import { conflict } from '../../../errors.js'
import type { Notifications } from '../../notifications/index.js'
import { appealKey, findDeclined, isAppealOpen, newAppeal, presentLetter, type LetterDeps } from './read-letter.js'

export interface AskAgainDeps extends LetterDeps {
  notifications: Pick<Notifications, 'tellGroup'>
}

/** Asked twice, it is the same appeal. @throws AppError appeal-over */
export async function askAgain(
  deps: AskAgainDeps,
  caller: { orgId: string; openid: string },
  applicationId: string,
  words?: string,
): Promise<LetterForCandidate> {
  const declined = await findDeclined(deps, caller, applicationId)
  const { orgId, candidateId, id: decisionId } = declined.decision
  const at = deps.clock.now()
  if (!isAppealOpen(declined, at)) throw conflict('appeal-over')

  const key = appealKey(declined)
  await deps.appeals.insertOnce(newAppeal(declined, at), words)
  await deps.timeline.append({ orgId, candidateId, applicationId, decisionId, at, kind: 'appealed', key })
  const about = { kind: 'decision', id: decisionId } as const
  await deps.notifications.tellGroup({ orgId, candidateId, applicationId, key, kind: 'appealed', about, at })
  return presentLetter(deps, declined)
}
