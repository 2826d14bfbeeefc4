/** Where somebody stands, in a few words that everybody in the group may read: no score, no answer. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { unchanged } from '../../texts/in-every-language.js'
import { screeningStage, type Decision } from '../flow/index.js'
import type { InterviewSummary } from '../interviews/index.js'
import type { Invitation } from '../invitations/index.js'
import { stageNameOf, type Position } from '../positions/index.js'
import type { Report } from '../reports/index.js'
import type { Application } from '../talent/index.js'
import type { BotDeps } from './bot-deps.js'
import { lasting } from './say.js'
import { texts } from './texts/index.js'

const words = texts.standing

export interface Standing {
  position?: Position
  invitation?: Invitation
  interview?: InterviewSummary
  report?: Report
  decisions: Decision[]
}

type Deps = Pick<BotDeps, 'invitations' | 'interviews' | 'reports' | 'decisions' | 'positionOf'>

export async function standingOf(deps: Deps, { orgId, id: applicationId, positionId }: Application): Promise<Standing> {
  const [position, invitation, interview, report, decisions] = await Promise.all([
    deps.positionOf(orgId, positionId),
    deps.invitations.latestOf(orgId, applicationId),
    deps.interviews.findSummary({ orgId, applicationId }),
    deps.reports.findByApplication(orgId, applicationId),
    deps.decisions.listOf(orgId, applicationId),
  ])
  return {
    decisions,
    ...(position && { position }),
    ...(invitation && { invitation }),
    ...(interview && { interview }),
    ...(report && { report }),
  }
}

export const waitingIn = ({ decisions }: Pick<Standing, 'decisions'>): Decision | undefined =>
  decisions.find(({ status }) => status === 'waiting')

export function inWords(standing: Standing, now: Date): Bilingual {
  const waiting = waitingIn(standing)
  if (waiting) return sayWaiting(waiting, standing, now)
  const last = standing.decisions.filter(({ status }) => status === 'decided').at(-1)
  if (last && !isOvertaken(last, standing)) return sayDecided(last, standing)
  if (standing.interview) return sayInterview(standing)
  return standing.invitation ? words.invitation[standing.invitation.status] : words.screening
}

/** A résumé that was let through has gone on to its invitation. */
const isOvertaken = ({ stage, verdict }: Decision, { invitation }: Standing): boolean =>
  stage === screeningStage && verdict === 'invite' && invitation !== undefined

function sayWaiting({ stage, raisedAt, heldAt }: Decision, { position }: Standing, now: Date): Bilingual {
  const name = nameOfStage(position, stage)
  const since = lasting(now.getTime() - raisedAt.getTime())
  if (raisedAt > now) return words.beforeRound(name)
  return heldAt ? words.onHold(name, since) : words.waiting(name, since)
}

const sayDecided = ({ stage, verdict }: Decision, { position }: Standing): Bilingual =>
  words.decided[verdict!](nameOfStage(position, stage))

export const nameOfStage = (position: Position | undefined, stage: string): Bilingual =>
  position ? stageNameOf(position, stage) : unchanged(stage)

function sayInterview({ interview, report }: Standing): Bilingual {
  if (interview!.abandonedAt) return words.abandoned
  if (!interview!.submittedAt) return words.interviewing
  return report ? words.reportReady : words.submitted
}
