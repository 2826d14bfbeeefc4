/** A declined candidate reads the letter. Somebody else's application does not exist for them; without a letter neither does it. */
import type { DeclineLetter } from '../../../../shared/contracts/staff-decisions.js'
import type { Clock } from '../../../ports/clock.js'
import { notFound } from '../../../errors.js'
import { isHeldBy, type ApplicationStore } from '../../talent/index.js'
import type { Timeline } from '../../timeline/index.js'
import type { DecisionStore } from '../decisions/decision-store.js'

export interface LetterDeps {
  applications: Pick<ApplicationStore, 'findById'>
  decisions: Pick<DecisionStore, 'listOf' | 'letterOf'>
  timeline: Timeline
  clock: Clock
}

export async function readLetter(
  deps: LetterDeps,
  { orgId, openid }: { orgId: string; openid: string },
  applicationId: string,
): Promise<DeclineLetter> {
  const application = await deps.applications.findById(orgId, applicationId)
  if (!application || !isHeldBy(application, openid)) throw notFound('application')

  const declined = (await deps.decisions.listOf(orgId, applicationId)).find(({ verdict }) => verdict === 'decline')
  const letter = declined && (await deps.decisions.letterOf(declined))
  if (!letter) throw notFound('letter')
  await deps.timeline.append({
    orgId,
    candidateId: application.candidateId,
    applicationId,
    decisionId: declined.id,
    at: deps.clock.now(),
    kind: 'letter-read',
  })
  return letter
}
