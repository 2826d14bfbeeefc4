/** Where an application stands, read from what happened to it: for those that were there before standings were kept. Pure. */
export interface Derived {
  state: string
  stage?: string
  since: Date
}

/** Rows as they lay there when standings came. */
export interface Happened {
  appliedAt: Date
  rounds: readonly { id: string }[]
  decisions: readonly { stage: string; status: string; verdict?: string; raisedAt: Date; decidedAt?: Date }[]
  report?: { readyAt: Date }
  interview?: { startedAt: Date; submittedAt?: Date; abandonedAt?: Date }
  invitation?: { status: string; queuedAt: Date; closesAt: Date }
}

/** The latest fact speaks: decisions, then the report, the interview, the invitation. What only screening knows is still `received`. */
export function standingOf(happened: Happened): Derived {
  return (
    byDecisions(happened) ??
    byReport(happened) ??
    byInterview(happened) ??
    byInvitation(happened) ??
    byInvite(happened) ?? { state: 'received', since: happened.appliedAt }
  )
}

function byDecisions({ decisions, rounds }: Happened): Derived | undefined {
  const waiting = decisions.find(({ status }) => status === 'waiting')
  if (waiting) return { state: undecidedAt(waiting.stage, rounds), stage: waiting.stage, since: waiting.raisedAt }
  const declined = decisions.find(({ verdict }) => verdict === 'decline')
  if (declined) return { state: 'declined', since: timeOf(declined) }

  const advanced = decisions
    .filter(({ verdict }) => verdict === 'advance')
    .sort((a, b) => timeOf(a).getTime() - timeOf(b).getTime())
    .at(-1)
  if (!advanced) return undefined
  const next = roundAfter(rounds, advanced.stage)
  return { ...(next ? { state: 'in-round', stage: next.id } : { state: 'passed' }), since: timeOf(advanced) }
}

function undecidedAt(stage: string, rounds: Happened['rounds']): string {
  if (stage === 'screening') return 'screening-review'
  return stage === rounds[0]?.id ? 'deciding' : 'in-round'
}

function roundAfter(rounds: Happened['rounds'], id: string) {
  const index = rounds.findIndex((round) => round.id === id)
  return index < 0 ? undefined : rounds[index + 1]
}

const timeOf = ({ decidedAt, raisedAt }: Happened['decisions'][number]): Date => decidedAt ?? raisedAt

function byReport({ report, rounds }: Happened): Derived | undefined {
  return report && { state: 'deciding', stage: rounds[0]!.id, since: report.readyAt }
}

function byInterview({ interview }: Happened): Derived | undefined {
  if (!interview) return undefined
  const { startedAt, submittedAt, abandonedAt } = interview
  if (submittedAt) return { state: 'submitted', since: submittedAt }
  return abandonedAt ? { state: 'lapsed', since: abandonedAt } : { state: 'interviewing', since: startedAt }
}

function byInvitation({ invitation }: Happened): Derived | undefined {
  if (!invitation) return undefined
  const { status, queuedAt, closesAt } = invitation
  if (status === 'started') return { state: 'interviewing', since: queuedAt }
  if (status === 'completed') return { state: 'submitted', since: queuedAt }
  if (status === 'expired') return { state: 'lapsed', since: closesAt }
  if (status === 'revoked' || status === 'declined-by-candidate') return { state: 'lapsed', since: queuedAt }
  return { state: 'invited', since: queuedAt }
}

/** Let through by a person; the invitation is about to be made. */
function byInvite({ decisions }: Happened): Derived | undefined {
  const invited = decisions.find(({ verdict }) => verdict === 'invite')
  return invited && { state: 'invited', since: timeOf(invited) }
}
