import { expect } from 'chai'
import { interviewNews } from './interview-news.js'

const at = new Date('2026-11-22T04:00:00Z')
const fact = {
  orgId: 'o1',
  interviewId: 'n1',
  invitationId: 'i1',
  applicationId: 'a1',
  candidateId: 'c1',
  positionId: 'teller',
  positionTitle: { zh: '综合柜员', en: 'Teller' },
  leftPage: false,
  at,
}

describe('when an interview begins and ends', () => {
  let told: string[]
  let marked: string[]
  let scoring: boolean
  let tellsOfLeaving: boolean
  const news = () =>
    interviewNews({
      tellsOfLeaving: async () => tellsOfLeaving,
      consents: {
        currentOf: async () => ({
          acceptedVersion: '2027-02',
          acceptedAt: at,
          choices: [{ purpose: 'ai-scoring', granted: scoring }],
        }),
      },
      invitations: {
        markStarted: async (_orgId, id) => {
          marked.push(`${id} started`)
        },
        markEnded: async (_orgId, id, status) => {
          marked.push(`${id} ${status}`)
        },
      },
      notifications: {
        tellGroup: async ({ key }) => {
          told.push(key)
        },
        enqueue: async ({ dedupeKey, notBefore, notAfter }) => {
          told.push(`${dedupeKey} ${notBefore?.toISOString()} ${notAfter?.toISOString()}`)
        },
      },
      standings: {
        find: async () => ({ ...fact, state: 'declined', since: at }),
        insertOnce: async () => {},
        move: async () => false,
      },
    })

  beforeEach(() => {
    told = []
    marked = []
    scoring = true
    tellsOfLeaving = false
  })

  it('says the same under the same key when it is heard twice, so that the group hears it once', async () => {
    for (const kind of ['started', 'submitted', 'abandoned'] as const) {
      await news()[kind](fact)
      await news()[kind](fact)
    }

    expect(new Set(told)).to.have.length(told.length / 2)
  })

  it('promises no report to somebody whose answers people read', async () => {
    scoring = false
    await news().submitted(fact)

    expect(told).to.deep.equal(['interview-finished:n1'])
  })

  it('says that the page was left only where the organisation asks for it, and only when it was', async () => {
    await news().submitted({ ...fact, leftPage: true })
    tellsOfLeaving = true
    await news().submitted(fact)
    expect(told).not.to.include('interview-left-page:n1')

    await news().submitted({ ...fact, leftPage: true })
    expect(told).to.include('interview-left-page:n1')
  })

  it('promises the report after a minute without one, and not after ten', async () => {
    await news().submitted(fact)

    expect(told).to.include('progress:n1 2026-11-22T04:01:00.000Z 2026-11-22T04:10:00.000Z')
  })

  it('moves the invitation along', async () => {
    await news().started(fact)
    await news().submitted(fact)
    await news().abandoned(fact)

    expect(marked).to.deep.equal(['i1 started', 'i1 completed', 'i1 expired'])
  })
})
