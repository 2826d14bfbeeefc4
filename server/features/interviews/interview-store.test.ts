import { expect } from 'chai'
import type { Connection } from 'mongoose'
import {
  anInterview,
  firstPhone,
  newInterview,
  questionsThatGoOn,
  startedAt,
} from '../../../test/builders/interview.js'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import type { Vault } from '../../mongo/vault.js'
import { acknowledgeShown } from './acknowledge-shown.js'
import { changeInterview } from './change-interview.js'
import { followUpAt, openingAfter } from './follow-up.js'
import type { Interview } from './interview.js'
import { interviewStore, type InterviewStore } from './interview-store.js'
import { issueQuestion } from './issue-question.js'
import { allowed, type Ruling } from './ruling.js'
import { saveDraft } from './save-draft.js'
import { submitAnswer } from './submit-answer.js'

const said = { zh: '合规', en: 'Compliance' }
const who = { now: startedAt, deviceKey: firstPhone, number: 1 }
const shown = (interview: Interview): Ruling => acknowledgeShown(issueQuestion(interview, who).interview, who)
const draft = (text: string, revision: number) => (interview: Interview) =>
  saveDraft(interview, { ...who, text, revision })
const submit = (text: string) => (interview: Interview) =>
  submitAnswer(interview, { ...who, text, submissionKey: 'key-of-one' })

describe('interviews in the store', () => {
  let connection: Connection
  let vault: Vault
  let interviews: InterviewStore
  let which: { orgId: string; id: string }

  beforeEach(async () => {
    connection = await testStore()
    vault = testVault(connection)
    interviews = interviewStore(connection, vault)
    await interviews.ready()
    const { interview } = await interviews.insertUnlessBegun(newInterview())
    which = { orgId: 'o1', id: interview.id }
  })

  it('come back as they were written', async () => {
    expect(await interviews.find(which)).to.deep.equal({ ...anInterview(), id: which.id })

    for (const rule of [shown, draft('先安抚😀', 1), submit('先安抚😀，再解释𠮷')]) {
      const { outcome } = (await interviews.change(which, rule))!
      expect(await interviews.find(which)).to.deep.equal(outcome.interview)
    }
  })

  it('come back with what was asked on an answer, sealed like the rest', async () => {
    const goesOn = { invitationId: 'e'.repeat(24), questions: questionsThatGoOn() }
    const { interview } = await interviews.insertUnlessBegun(newInterview(goesOn))
    const one = { orgId: 'o1', id: interview.id }
    const asked = (number: number, text: string) => (current: Interview) => {
      const begun = acknowledgeShown(issueQuestion(current, { ...who, number }).interview, { ...who, number }).interview
      const submission = { ...who, number, text, submissionKey: `key-${number}` }
      const opening = openingAfter(submitAnswer(begun, submission).interview, number, startedAt)!
      const next = [followUpAt(begun, opening, { zh: '他还不满意', en: 'He is not content' })]
      return submitAnswer(begun, { ...submission, next })
    }

    for (const rule of [asked(1, 'MY-SECRET-ANSWER'), asked(4, 'MY-SECRET-REPLY')]) {
      const { outcome } = (await interviews.change(one, rule))!
      expect(await interviews.find(one)).to.deep.equal(outcome.interview)
    }
    const [row] = await connection.collection('interviews').find({ invitationId: goesOn.invitationId }).toArray()
    expect(row!.followUps).to.have.length(2)
    expect(JSON.stringify(row)).to.not.contain('SECRET')
  })

  it('keep why each question was drawn, which tells what a résumé lacks, sealed', async () => {
    const why = [
      { sourceId: 'queue', weight: 30, among: 3, timesAsked: 2, lacking: [{ label: said, words: ['LACKING'] }] },
    ]
    const fresh = newInterview({ invitationId: 'f'.repeat(24) })
    const { interview } = await interviews.insertUnlessBegun(fresh, why)

    expect(await interviews.whyAsked(interview)).to.deep.equal(why)
    expect(JSON.stringify(await connection.collection('interviews').find().toArray())).to.not.contain('LACKING')
    expect(interview).to.not.have.property('sealedWhy')
    expect(await interviews.find({ orgId: 'o1', id: interview.id })).to.deep.equal({ ...fresh, id: interview.id })
  })

  it('have no reasons when they began before those were kept', async () => {
    await connection.collection('interviews').updateMany({}, { $unset: { sealedWhy: 1 } })

    expect(await interviews.whyAsked((await interviews.find(which))!)).to.deep.equal([])
  })

  it('hold no word of the candidate in plain text', async () => {
    await interviews.change(which, shown)
    await interviews.change(which, draft('MY-SECRET-DRAFT', 1))
    const afterDraft = JSON.stringify(await connection.collection('interviews').findOne())
    await interviews.change(which, submit('MY-SECRET-ANSWER'))
    const document = await connection.collection('interviews').findOne()

    for (const raw of [afterDraft, JSON.stringify(document)]) {
      expect(raw).to.not.contain('SECRET')
      expect(raw).to.not.contain(Buffer.from('MY-SECRET').toString('base64').slice(0, 10))
    }
    expect(
      Buffer.from((document?.questions as { sealedText: { buffer: Uint8Array } }[])[0]!.sealedText.buffer).toString(
        'latin1',
      ),
    ).to.not.contain('SECRET')
  })

  it('are found by their owner and their organisation only', async () => {
    expect(await interviews.find({ ...which, openid: 'openid-wang' })).to.include({ id: which.id })
    expect(await interviews.find({ ...which, openid: 'openid-li' })).to.equal(undefined)
    expect(await interviews.find({ ...which, orgId: 'o2' })).to.equal(undefined)
    expect(await interviews.change({ ...which, openid: 'openid-li' }, shown)).to.equal(undefined)
  })

  it('begin once per invitation, however many phones start at the same time', async () => {
    const fresh = newInterview({ invitationId: 'e'.repeat(24) })

    const all = await Promise.all(Array.from({ length: 8 }, () => interviews.insertUnlessBegun(fresh)))

    expect(new Set(all.map(({ interview }) => interview.id))).to.have.length(1)
    expect(all.filter(({ inserted }) => inserted)).to.have.length(1)
  })

  it('lose no write when several change them at once', async () => {
    const other = interviewStore(connection, testVault(connection))
    const addEvent = (number: number) => (interview: Interview) =>
      allowed({
        ...interview,
        events: [...interview.events, { kind: 'away' as const, from: startedAt, to: startedAt, number }],
      })

    await Promise.all(
      [1, 2, 3, 4, 5].map((number) => (number % 2 ? interviews : other).change(which, addEvent(number))),
    )

    expect((await interviews.find(which))?.events.map(({ number }) => number).sort()).to.deep.equal([1, 2, 3, 4, 5])
  })

  it('accept one of two different answers that arrive together', async () => {
    await interviews.change(which, shown)

    const [one, other] = await Promise.all(['甲', '乙'].map((text) => interviews.change(which, submit(text))))

    const codes = [one, other].map((done) => done?.outcome.refusal?.code)
    expect(codes).to.have.members([undefined, 'already-answered'])
    const accepted = codes[0] === undefined ? '甲' : '乙'
    expect((await interviews.find(which))?.questions[0]?.answer?.text).to.equal(accepted)
  })

  it('cost one write for an autosave after another', async () => {
    await interviews.change(which, shown)
    const seen = countCommands(connection)

    await interviews.change(which, draft('一', 1))
    await interviews.change(which, draft('二', 2))

    expect(seen()).to.deep.equal(['updateOne', 'updateOne'])
    expect((await interviews.find(which))?.questions[0]?.draft?.text).to.equal('二')
  })

  describe('after another process wrote last', () => {
    let other: InterviewStore

    beforeEach(async () => {
      other = interviewStore(connection, vault)
      await interviews.change(which, shown)
    })

    it('go on from what that one wrote', async () => {
      await other.change(which, draft('另一台服务器上存的', 1))

      await interviews.change(which, (interview) =>
        saveDraft(interview, { ...who, text: `${interview.questions[0]?.draft?.text}，接着写`, revision: 2 }),
      )

      expect((await interviews.find(which))?.questions[0]?.draft?.text).to.equal('另一台服务器上存的，接着写')
    })

    it('refuse nothing for what is no longer so, and repeat nothing', async () => {
      await other.change(which, submit('甲'))

      const refused = await interviews.change(which, submit('乙'))
      const refusedAgain = await interviews.change(which, submit('乙'))

      for (const one of [refused, refusedAgain]) expect(one?.outcome.refusal?.code).to.equal('already-answered')
      expect(refused?.before.questions[0]?.answer?.text).to.equal('甲')
    })

    it('are as they stand for a rule that changes nothing', async () => {
      await other.change(which, draft('新的', 1))

      const seen = await interviews.change(which, allowed)

      expect(seen?.outcome.interview.questions[0]?.draft?.text).to.equal('新的')
    })

    it('are nobody’s any more once they were deleted, or belong to another WeChat', async () => {
      await other.change(which, (interview) => allowed({ ...interview, openid: 'openid-li' }))
      expect(await interviews.change({ ...which, openid: 'openid-wang' }, draft('一', 1))).to.equal(undefined)

      await connection.collection('interviews').deleteMany({})
      expect(await interviews.change({ ...which, openid: 'openid-li' }, draft('一', 1))).to.equal(undefined)
    })
  })

  it('are swept when their time has come, and not before', async () => {
    await interviews.change(which, shown)
    const closesAt = new Date(startedAt.getTime() + (60 + 360 + 900) * 1000)

    expect(await interviews.findOverdue(closesAt, 10)).to.deep.equal([])
    expect(await interviews.findOverdue(new Date(closesAt.getTime() + 1), 10)).to.deep.equal([which])
  })

  it('tell their state without opening anything', async () => {
    const { questions: _questions, ...known } = anInterview()

    const summary = await interviews.findSummary({ orgId: 'o1', applicationId: known.applicationId })

    expect(summary).to.include({ id: which.id, status: 'started', invitationId: known.invitationId })
    expect(summary).to.not.have.any.keys('questions', 'phone', 'openid')
  })

  it('store the clock even when the act itself is refused', async () => {
    const clock = { now: () => new Date(startedAt.getTime() + 20_000) }
    await interviews.change(which, shown)

    const tooSoon = { deviceKey: firstPhone, number: 2, text: '', submissionKey: 'key-of-two' }
    const refusal = await changeInterview({ interviews, clock, wake: () => {} }, which, (interview, now) =>
      submitAnswer(interview, { ...tooSoon, now }),
    ).catch((error: unknown) => error)

    expect(refusal).to.include({ code: 'not-shown', status: 409 })
    expect(await interviews.find(which)).to.include({ givenBackMs: 20_000 })
  })
})

/** What mongoose asks the driver to do on interviews from now on. */
function countCommands(connection: Connection): () => string[] {
  const asked: string[] = []
  connection.base.set('debug', (collection: string, method: string) => {
    if (collection === 'interviews') asked.push(method)
  })
  return () => {
    connection.base.set('debug', false)
    return asked
  }
}
