import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { firstPhone, newInterview, plannedQuestions, startedAt } from '../../../test/builders/interview.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { followInterviews, type FollowInterviewsDeps } from '../flow/follow-interviews.job.js'
import type { TimelineEvent } from '../timeline/index.js'
import { acknowledgeShown } from './acknowledge-shown.js'
import { changeInterview } from './change-interview.js'
import { endOverdue } from './end-overdue.job.js'
import { interviewStore, type InterviewStore } from './interview-store.js'
import { issueQuestion } from './issue-question.js'
import { submitAnswer } from './submit-answer.js'

const standing = {
  orgId: 'o1',
  applicationId: 'a1',
  candidateId: 'c1',
  positionId: 'teller',
  state: 'declined',
} as const

describe('jobs of interviews', () => {
  let connection: Connection
  let interviews: InterviewStore
  let now: Date
  let which: { orgId: string; id: string }
  let told: string[]
  let woken: string[]
  let entries: TimelineEvent[]
  const clock = { now: () => now }
  const wake = (job: string) => void woken.push(job)
  const timeline = { append: async (event: TimelineEvent) => void entries.push(event) }
  let invitationId: string
  const tell = (what: string) => (id: string) => void told.push(`${what} ${id === invitationId}`)
  const hears = {
    started: async (id: string) => tell('started')(id),
    submitted: async (id: string) => tell('submitted')(id),
    abandoned: async (id: string) => tell('abandoned')(id),
  }
  const later = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000)
  }
  const announce = (over: Partial<typeof hears> = {}) => followInterviews(following({ ...hears, ...over }))
  const following = (hear: typeof hears): FollowInterviewsDeps => ({
    interviews,
    timeline,
    clock,
    wake,
    consents: { currentOf: async () => undefined },
    tellsOfLeaving: async () => false,
    invitations: {
      markStarted: (_orgId, id) => hear.started(id),
      markEnded: (_orgId, id, status) => (status === 'completed' ? hear.submitted(id) : hear.abandoned(id)),
    },
    notifications: { tellGroup: async () => {}, enqueue: async () => {} },
    standings: {
      find: async () => ({ ...standing, since: startedAt }),
      insertOnce: async () => {},
      move: async () => true,
    },
    log: {
      error: (fields) => void told.push(`failed ${(fields as { interviewId: string }).interviewId === which.id}`),
    },
  })
  const answerOnly = (text: string) =>
    changeInterview({ interviews, clock, wake }, which, (interview) => {
      const who = { now, deviceKey: firstPhone, number: 1 }
      const shown = acknowledgeShown(issueQuestion(interview, who).interview, who).interview
      return submitAnswer(shown, { ...who, text, submissionKey: 'key-of-one' })
    })

  beforeEach(async () => {
    connection = await testStore()
    interviews = interviewStore(connection, testVault(connection))
    await interviews.ready()
    now = startedAt
    told = []
    woken = []
    entries = []
    const { interview } = await interviews.insertUnlessBegun(
      newInterview({ questions: plannedQuestions().slice(0, 1) }),
    )
    which = { orgId: 'o1', id: interview.id }
    invitationId = interview.invitationId
  })

  it('tell once that an interview began, and that it is finished', async () => {
    await announce()
    await answerOnly('好')
    await announce()
    await announce()

    expect(told).to.deep.equal(['started true', 'submitted true'])
    expect(entries.map(({ kind, interviewId }) => [kind, interviewId])).to.deep.equal([
      ['interview-started', which.id],
      ['interview-submitted', which.id],
    ])
    expect(woken).to.deep.equal(['follow-interviews', 'score-interviews'])
  })

  it('tell both in order when nobody ran between them', async () => {
    await answerOnly('好')
    await announce()

    expect(told).to.deep.equal(['started true', 'submitted true'])
  })

  it('tell again after a process died between telling and crossing off', async () => {
    await announce({
      started: async () => {
        throw new Error('killed')
      },
    }).catch(() => {})
    await announce()
    expect(told, 'nobody touches it under the lease').to.deep.equal([])

    later(60)
    await announce()

    expect(told).to.deep.equal(['started true'])
  })

  it('keep what happened while they told', async () => {
    await announce({
      started: async () => {
        await answerOnly('好')
      },
    })

    expect(told).to.deep.equal(['submitted true'])
  })

  it('give up telling after five times, so that the answers are scored', async () => {
    await answerOnly('好')
    for (let count = 0; count < 5; count++) {
      await announce({
        started: async () => {
          throw new Error('no')
        },
      }).catch(() => {})
      later(60)
    }
    expect(await interviews.claimSubmitted(now)).to.equal(undefined)

    await announce()

    expect(told).to.deep.equal(['failed true'])
    expect((await interviews.claimSubmitted(now))?.interview.id).to.equal(which.id)
  })

  it('hand out an interview for scoring once, and again when its lease ran out', async () => {
    await answerOnly('好')
    await announce()

    const first = await interviews.claimSubmitted(now)
    expect(first).to.include({ attempts: 1 })
    expect(await interviews.claimSubmitted(now)).to.equal(undefined)
    later(60)
    const second = await interviews.claimSubmitted(now)
    await interviews.settleScored(first!)
    expect(await interviews.find(which), 'the first lost its lease').to.include({ status: 'submitted' })
    await interviews.settleScored(second!)

    expect(await interviews.find(which)).to.include({ status: 'scored' })
    later(60)
    expect(await interviews.claimSubmitted(now)).to.equal(undefined)
  })

  it('end a claim with one write, from what it read', async () => {
    await answerOnly('好')
    await announce()
    const claimed = (await interviews.claimSubmitted(now))!
    const asked: string[] = []
    connection.base.set('debug', (_collection: string, method: string) => void asked.push(method))

    await interviews.settleScored(claimed)
    connection.base.set('debug', false)

    expect(asked).to.deep.equal(['updateOne'])
    expect(await interviews.find(which)).to.include({ status: 'scored' })
  })

  it('leave an interview alone whose scoring was given up', async () => {
    await answerOnly('好')
    await announce()
    await interviews.giveUpScoring((await interviews.claimSubmitted(now))!)
    later(60)

    expect(await interviews.claimSubmitted(now)).to.equal(undefined)
    expect(await interviews.find(which)).to.include({ status: 'submitted' })
  })

  it('submit an interview whose last question ran out while nobody was there', async () => {
    await changeInterview({ interviews, clock, wake }, which, (interview) => {
      const who = { now, deviceKey: firstPhone, number: 1 }
      return acknowledgeShown(issueQuestion(interview, who).interview, who)
    })
    later(60 + 360 + 900)
    await endOverdue({ interviews, clock, wake })
    expect(await interviews.find(which)).to.include({ status: 'started' })

    later(1)
    await Promise.all([endOverdue({ interviews, clock, wake }), endOverdue({ interviews, clock, wake })])

    expect(await interviews.find(which)).to.deep.include({ status: 'submitted', news: ['started', 'submitted'] })
    expect(woken).to.include('follow-interviews')
  })

  it('end an interview whose window closed, and say so once', async () => {
    await announce()
    later(72 * 3_600 + 1)

    await endOverdue({ interviews, clock, wake })
    await endOverdue({ interviews, clock, wake })
    await announce()

    expect(told).to.deep.equal(['started true', 'abandoned true'])
    expect(await interviews.claimSubmitted(now)).to.equal(undefined)
  })

  it('bring the others up to date when one cannot be', async () => {
    const change: InterviewStore['change'] = async (asked, rule) => {
      if ('id' in asked && asked.id === which.id) throw new Error('unreadable')
      return interviews.change(asked, rule)
    }
    const { interview } = await interviews.insertUnlessBegun(newInterview({ invitationId: 'e'.repeat(24) }))
    later(72 * 3_600 + 1)

    const failure = await endOverdue({ interviews: { ...interviews, change }, clock, wake }).catch(
      (error: unknown) => error,
    )

    expect(failure).to.be.instanceOf(AggregateError)
    expect(await interviews.find({ orgId: 'o1', id: interview.id })).to.include({ status: 'abandoned' })
  })
})
