import { expect } from 'chai'
import type { Connection } from 'mongoose'
import { newInterview, plannedQuestions, startedAt } from '../../../test/builders/interview.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { unheard, type Answer } from './interview.js'
import { interviewStore, type InterviewStore } from './interview-store.js'
import { needsListeners } from './recorded-answer.js'

const later = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000)
const written: Answer = { text: '5570', at: startedAt, endedBy: 'candidate' }
const voice: Answer = {
  text: '',
  at: startedAt,
  endedBy: 'candidate',
  recording: { way: 'voice', take: 1, clips: [{ pieces: 3, durationMs: 8_000 }] },
}

describe('spoken answers that wait to be heard', () => {
  let interviews: InterviewStore
  let connection: Connection
  let id: string

  beforeEach(async () => {
    connection = await testStore()
    interviews = interviewStore(connection, testVault(connection))
    await interviews.ready()
    const [one, two, three] = plannedQuestions()
    const { interview } = await interviews.insertUnlessBegun(
      newInterview({ questions: [one!, two!, three!], news: [] }),
    )
    id = interview.id
    await interviews.change({ orgId: 'o1', id }, (current) => ({
      interview: {
        ...current,
        status: 'submitted',
        submittedAt: startedAt,
        questions: current.questions.map((question, index) => ({ ...question, answer: index < 2 ? voice : written })),
      },
    }))
  })

  const claimed = async (at = startedAt) => {
    const claim = await interviews.claimToHear(at)
    if (!claim) throw new Error('nothing waits to be heard')
    return claim
  }

  it('come before scoring, and what is heard of one does not end the waiting for another', async () => {
    expect(await interviews.claimSubmitted(startedAt)).to.equal(undefined)
    const first = await claimed()
    expect(unheard(first.interview).map(({ number }) => number)).to.deep.equal([1, 2])

    await interviews.settleHeard(first, new Map([[1, { text: '我会先道歉', by: 'transcriber' }]]))
    expect(await interviews.claimSubmitted(startedAt)).to.equal(undefined)
    const second = await claimed()
    expect(unheard(second.interview).map(({ number }) => number)).to.deep.equal([2])
    expect(second.interview.questions[0]!.answer).to.deep.include({ text: '我会先道歉' })

    await interviews.settleHeard(second, new Map([[2, { by: 'people' }]]))
    expect(await interviews.claimToHear(startedAt)).to.equal(undefined)
    const { interview } = (await interviews.claimSubmitted(startedAt))!
    expect(needsListeners(interview)).to.equal(true)
  })

  it('need no listeners when all of them were written down', async () => {
    const both = new Map([1, 2].map((number) => [number, { text: '我会', by: 'transcriber' as const }]))
    await interviews.settleHeard(await claimed(), both)

    const { interview } = (await interviews.claimSubmitted(startedAt))!
    expect(needsListeners(interview)).to.equal(false)
  })

  it('are not written down twice: what was heard first stands', async () => {
    await interviews.settleHeard(await claimed(), new Map([[1, { text: '一', by: 'transcriber' }]]))
    await interviews.settleHeard(await claimed(), new Map([[1, { text: '二', by: 'transcriber' }]]))

    expect((await interviews.find({ orgId: 'o1', id }))!.questions[0]!.answer!.text).to.equal('一')
  })

  it('wait for what is still on its way, until it has come or the time for it is over', async () => {
    await interviews.hearAgainAt(await claimed(), later(60))
    expect(await interviews.claimToHear(later(59))).to.equal(undefined)

    await interviews.hearAgainAt(await claimed(later(60)), later(120))
    await interviews.hearNow('o1', id)
    expect((await claimed(later(61))).attempts).to.equal(1)
  })

  it('lie sealed like everything that was written', async () => {
    await interviews.settleHeard(await claimed(), new Map([[1, { text: '没有人该读到这一句', by: 'transcriber' }]]))

    const row = await connection.collection('interviews').findOne()
    expect(JSON.stringify(row)).not.to.contain('没有人该读到')
  })
})
