import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Clock } from '../../ports/clock.js'
import type { Timeline } from '../timeline/index.js'
import type { Interview, News } from './interview.js'
import type { Claim } from './interview-queue-store.js'
import type { InterviewStore } from './interview-store.js'
import { workThrough } from '../../jobs/work-through.js'

/** What happened, without a word of what was answered. */
export interface InterviewFact {
  orgId: string
  interviewId: string
  invitationId: string
  applicationId: string
  candidateId: string
  positionId: string
  positionTitle: Bilingual
  at: Date
}

/** Told in the order in which it happened. Each must be safe to hear twice: the process may die before it is crossed off. */
export type NewsListeners = Record<News, (fact: InterviewFact) => Promise<void>> & {
  /** Telling failed too often and is given up, so that the report is not kept waiting. */
  failed: (fact: InterviewFact) => Promise<void>
}

interface Deps {
  interviews: Pick<InterviewStore, 'claimNews' | 'settleNews'>
  timeline: Timeline
  listeners: NewsListeners
  clock: Clock
  wake: (job: 'score-interviews') => void
}

/** Works off what the interviews themselves remember to tell: a crash between an answer and its announcement loses nothing. */
export async function announceInterviews(deps: Deps): Promise<void> {
  await workThrough({
    claim: () => deps.interviews.claimNews(deps.clock.now()),
    async work(claim) {
      await announce(deps, claim)
      await settle(deps, claim)
    },
    async giveUp(claim) {
      await deps.listeners.failed(factOf(claim.interview, claim.interview.startedAt))
      await settle(deps, claim)
    },
  })
}

async function settle({ interviews, wake }: Deps, claim: Claim): Promise<void> {
  await interviews.settleNews(claim)
  if (claim.interview.news.includes('submitted')) wake('score-interviews')
}

async function announce({ timeline, listeners }: Deps, { interview }: Claim): Promise<void> {
  for (const news of interview.news) {
    const fact = factOf(interview, happenedAt(interview, news))
    const { positionId: _positionId, positionTitle: _positionTitle, ...entry } = fact
    await Promise.all([timeline.append({ ...entry, kind: `interview-${news}` }), listeners[news](fact)])
  }
}

function happenedAt({ startedAt, submittedAt, abandonedAt }: Interview, news: News): Date {
  return { started: startedAt, submitted: submittedAt, abandoned: abandonedAt }[news] ?? startedAt
}

function factOf(interview: Interview, at: Date): InterviewFact {
  const { id, orgId, invitationId, applicationId, candidateId, positionId, positionTitle } = interview
  return { orgId, interviewId: id, invitationId, applicationId, candidateId, positionId, positionTitle, at }
}
