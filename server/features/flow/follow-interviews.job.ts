/** Follows what the interviews themselves remember to tell: a crash between an answer and what follows from it loses nothing. */
import { workThrough } from '../../jobs/work-through.js'
import type { Clock } from '../../ports/clock.js'
import type { Claim, Interview, InterviewStore, News } from '../interviews/index.js'
import type { Timeline } from '../timeline/index.js'
import { interviewNews, type InterviewFact, type NewsDeps } from './interview-news.js'

export interface FollowInterviewsDeps extends NewsDeps {
  interviews: Pick<InterviewStore, 'claimNews' | 'settleNews'>
  timeline: Timeline
  clock: Clock
  wake: (job: 'score-interviews') => void
  log: { error(fields: object, text: string): void }
}

export async function followInterviews(deps: FollowInterviewsDeps): Promise<void> {
  await workThrough({
    claim: () => deps.interviews.claimNews(deps.clock.now()),
    async work(claim) {
      await follow(deps, claim)
      await settle(deps, claim)
    },
    async giveUp(claim) {
      giveUp(deps, claim)
      await settle(deps, claim)
    },
  })
}

async function settle(deps: FollowInterviewsDeps, claim: Claim): Promise<void> {
  await deps.interviews.settleNews(claim)
  if (claim.interview.news.includes('submitted')) deps.wake('score-interviews')
}

/** Its report is not kept waiting for what cannot be told. */
function giveUp({ log }: FollowInterviewsDeps, { interview: { orgId, id: interviewId } }: Claim): void {
  log.error({ orgId, interviewId }, 'what happened in an interview could not be told; its report goes on')
}

async function follow(deps: FollowInterviewsDeps, { interview }: Claim): Promise<void> {
  const happened = interviewNews(deps)
  for (const news of interview.news) {
    const fact = factOf(interview, happenedAt(interview, news))
    const { positionId: _positionId, positionTitle: _positionTitle, leftPage: _leftPage, ...entry } = fact
    await Promise.all([deps.timeline.append({ ...entry, kind: `interview-${news}` }), happened[news](fact)])
  }
}

function happenedAt({ startedAt, submittedAt, abandonedAt }: Interview, news: News): Date {
  return { started: startedAt, submitted: submittedAt, abandoned: abandonedAt }[news] ?? startedAt
}

function factOf(interview: Interview, at: Date): InterviewFact {
  const { id, orgId, invitationId, applicationId, candidateId, positionId, positionTitle, events } = interview
  const leftPage = events.some(({ kind }) => kind === 'away')
  return { orgId, interviewId: id, invitationId, applicationId, candidateId, positionId, positionTitle, leftPage, at }
}
