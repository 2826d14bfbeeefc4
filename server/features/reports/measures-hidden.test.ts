import { expect } from 'chai'
import { newInterview } from '../../../test/builders/interview.js'
import type { Interview } from '../interviews/index.js'
import { presentReport } from './present-report.js'
import type { Rating } from './rating-store.js'
import type { Report } from './report.js'

const at = new Date('2026-11-25T11:00:00Z')
const interview = {
  id: 'n1',
  ...newInterview(),
  questions: newInterview().questions.map((one) => ({
    ...one,
    answer: { text: '', at, endedBy: 'candidate' as const, recording: { way: 'voice' as const } },
  })),
} as Interview
const report: Report = {
  ...{ id: 'r'.repeat(24), orgId: 'o1', interviewId: 'n1', invitationId: 'i1', applicationId: 'a1', candidateId: 'c1' },
  ...{ positionId: 'teller', status: 'awaiting-human', readyAt: at, dueAt: at, scored: false },
  questionIds: interview.questions.map(({ sourceId }) => sourceId),
  reviewItems: ['queue', 'secret'],
}
const rating = (questionId: string, by: string): Rating => ({
  ...{ orgId: 'o1', reportId: report.id, candidateId: 'c1', questionId, by, at, score: 4 },
})

/** Questions beside which it stands how they were spoken. */
const told = (...ratings: Rating[]): string[] =>
  presentReport({
    ...{ report, interview, ratings, seconds: [], nameOf: (id) => id },
    reader: { memberId: 'm1', roles: ['recruiter'] },
    measured: new Map(interview.questions.map(({ number }) => [number, { unmeasured: 'no-voice' as const }])),
  })
    .questions.filter((one) => one.spoken?.measures)
    .map(({ questionId }) => questionId)

describe('how an answer was spoken', () => {
  it('is not told until who reads has rated it, and told of what waits for nobody', () => {
    expect(told()).to.deep.equal(['interest'])
    expect(told(rating('queue', 'm1'), rating('secret', 'm2'))).to.have.members(['queue', 'interest'])
  })
})
