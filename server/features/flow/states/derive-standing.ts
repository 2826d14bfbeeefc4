/** Where an application stands, read from what happened to it: for those that were there before standings were kept. Pure. */
import type { InterviewSummary } from '../../interviews/index.js'
import type { Invitation } from '../../invitations/index.js'
import { aiRoundOf, roundAfter, type Position } from '../../positions/index.js'
import type { Report } from '../../reports/index.js'
import type { Standing } from './application-states.js'
import { screeningStage, type Decision } from '../decisions/decision.js'

export interface Happened {
  appliedAt: Date
  position: Pick<Position, 'rounds'>
  decisions: readonly Pick<Decision, 'stage' | 'status' | 'verdict' | 'raisedAt' | 'decidedAt'>[]
  report?: Pick<Report, 'readyAt'>
  interview?: Pick<InterviewSummary, 'startedAt' | 'submittedAt' | 'abandonedAt'>
  invitation?: Pick<Invitation, 'status' | 'queuedAt' | 'closesAt'>
}

export type Derived = Standing & { since: Date }

/** The latest fact speaks: decisions, then the report, the interview, the invitation. What only screening knows is still `received`. */
export function deriveStanding(happened: Happened): Derived {
  return (
    byDecisions(happened) ??
    byReport(happened) ??
    byInterview(happened) ??
    byInvitation(happened) ??
    byInvite(happened) ?? { state: 'received', since: happened.appliedAt }
  )
}

function byDecisions({ decisions, position }: Happened): Derived | undefined {
  const waiting = decisions.find(({ status }) => status === 'waiting')
  if (waiting) return { ...undecidedAt(waiting.stage, position), since: waiting.raisedAt }
  const declined = decisions.find(({ verdict }) => verdict === 'decline')
  if (declined) return { state: 'declined', since: timeOf(declined) }

  const advanced = decisions
    .filter(({ verdict }) => verdict === 'advance')
    .sort((a, b) => timeOf(a).getTime() - timeOf(b).getTime())
    .at(-1)
  if (!advanced) return undefined
  const next = roundAfter(position, advanced.stage)
  return {
    ...(next ? { state: 'in-round' as const, stage: next.id } : { state: 'passed' as const }),
    since: timeOf(advanced),
  }
}

function undecidedAt(stage: string, position: Happened['position']): Standing {
  if (stage === screeningStage) return { state: 'screening-review', stage }
  return { state: stage === aiRoundOf(position).id ? 'deciding' : 'in-round', stage }
}

const timeOf = ({ decidedAt, raisedAt }: Happened['decisions'][number]): Date => decidedAt ?? raisedAt

function byReport({ report, position }: Happened): Derived | undefined {
  return report && { state: 'deciding', stage: aiRoundOf(position).id, since: report.readyAt }
}

function byInterview({ interview }: Happened): Derived | undefined {
  if (!interview) return undefined
  const { startedAt, submittedAt, abandonedAt } = interview
  if (submittedAt) return { state: 'submitted', since: submittedAt }
  return abandonedAt ? { state: 'lapsed', since: abandonedAt } : { state: 'interviewing', since: startedAt }
}

function byInvitation({ invitation }: Happened): Derived | undefined {
  if (!invitation) return undefined
  const { queuedAt, closesAt } = invitation
  switch (invitation.status) {
    case 'queued':
    case 'sent':
    case 'unconfirmed':
    case 'opened':
      return { state: 'invited', since: queuedAt }
    case 'started':
      return { state: 'interviewing', since: queuedAt }
    case 'completed':
      return { state: 'submitted', since: queuedAt }
    case 'expired':
      return { state: 'lapsed', since: closesAt }
    case 'revoked':
    case 'declined-by-candidate':
      return { state: 'lapsed', since: queuedAt }
  }
}

/** Let through by a person; the invitation is about to be made. */
function byInvite({ decisions }: Happened): Derived | undefined {
  const invited = decisions.find(({ verdict }) => verdict === 'invite')
  return invited && { state: 'invited', since: timeOf(invited) }
}
