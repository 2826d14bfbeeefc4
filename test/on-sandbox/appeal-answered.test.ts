/** A declined candidate asks that a person looks again, and HR answers in words: on the list, on the console, on the candidate's own phone. */
import { expect } from 'chai'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { decide } from '../../server/features/flow/index.js'
import { takeBack } from '../../server/features/flow/decisions/take-back.js'
import { answerAppeal, listAppealsFor } from '../../server/features/flow/letters/answer-appeal.js'
import type { LetterForCandidate } from '../../shared/contracts/staff-decisions.js'
import { importApplicant } from '../builders/import-applicant.js'
import { recruiterOf } from '../builders/recruiter.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomer } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'

describe('somebody who asked that a person looks again', function () {
  this.timeout(60_000)
  let world: WorldInProcess
  const answer = '我们又请另一位同事看了一遍您的材料，学历要求是岗位的硬条件，结论没有变。'

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  async function declinedWhoAsked(email: string, body: { words?: string } = {}) {
    const { education } = (await newcomer(world)).resume
    const known = await newcomer(world, { email, education: { ...education, degree: 'associate' } })
    const { orgId, candidateId, id } = await importApplicant(world, known.resume)
    const decision = await waitFor('the proposal', () => world.deps.decisions.findWaitingOf(orgId, candidateId))
    await decide(world.deps, { decision, verdict: 'decline', by: 'li-jing', reason: '学历未达到岗位要求' })
    const mail = await waitFor('the mail', async () => (await world.sandbox.inbox(known.personId))[0])
    const opens = new URL((await world.sandbox.tap(known.personId, mail.id)).opens, 'mini-program:/')
    const phone = await world.phone(known.personId)
    const proof = opens.searchParams.get('proof')
    await phone.post('/applications/claim', { applicationId: id, proof, tail: known.resume.phone.slice(-4) })
    await phone.post(`/applications/${id}/appeal`, body)
    const letter = () => phone.get<LetterForCandidate>(`/applications/${id}/letter`)
    return { ...known, id, decisionId: decision.id, letter }
  }
  const waiting = () => listAppealsFor(world.deps, recruiterOf(world))
  const give = async (appealId: string, by = 'zhou-min') => {
    const appeal = (await world.deps.appeals.findById(world.orgId, appealId))!
    return answerAppeal(world.deps, { appeal, by, text: answer })
  }
  const refusal = (act: Promise<unknown>) =>
    act.then(
      () => undefined,
      ({ code }: HttpRefusal) => code,
    )

  it('waits on a list of their own, since then, and reads HR’s own words on their phone by the link in the message', async () => {
    const words = '自考本科的证书漏写了'
    const { id, personId, resume, letter } = await declinedWhoAsked('he.jia@example.com', { words })
    const [appeal] = await waiting()
    expect(appeal).to.include({ applicationId: id, name: resume.name, askedAt: (await letter()).askedAt })

    await give(appeal!.appealId)

    expect(await waiting()).to.deep.equal([])
    expect((await letter()).answer?.text).to.equal(answer)
    const told = await waitFor('the message', async () => (await world.sandbox.inbox(personId))[1])
    expect(`${told.title} ${told.text}`).to.contain('招聘组已答复您的请求').and.to.not.contain(answer)
    expect((await world.sandbox.tap(personId, told.id)).opens).to.match(/^pages\/letter\/letter\?/)
    expect(await refusal(give(appeal!.appealId)), 'the first answer stands').to.equal('appeal-answered')
    const stored = await world.connection.collection('appeals').find().toArray()
    expect(JSON.stringify(stored)).to.not.contain(answer).and.to.not.contain(words)
    expect(await letter()).to.include({ askedWords: words })
    const kept = (await world.deps.appeals.findById(world.orgId, appeal!.appealId))!
    expect(await world.deps.appeals.wordsOf(kept)).to.equal(words)
  })

  it('is answered by a colleague of whoever declined, as the letter promises', async () => {
    const { decisionId } = await declinedWhoAsked('jin.lan@example.com')
    const [appeal] = await waiting()

    expect(await refusal(give(appeal!.appealId, 'li-jing'))).to.equal('appeal-by-another')
    expect(await waiting()).to.have.length(1)

    const decision = (await world.deps.decisions.findById(world.orgId, decisionId))!
    const again = await takeBack(world.deps, { decision, by: 'li-jing', roles: ['recruiter'], reason: '证书补来了' })
    const anew = { decision: again, verdict: 'decline' as const, reason: '学历未达到岗位要求' }
    expect(await refusal(decide(world.deps, { ...anew, by: 'li-jing' }))).to.equal('appeal-by-another')
  })

  it('goes on waiting when the process dies before the message is queued, and is told once', async () => {
    const { personId, letter } = await declinedWhoAsked('tao.ran@example.com')
    const [appeal] = await waiting()
    const found = (await world.deps.appeals.findById(world.orgId, appeal!.appealId))!
    const dying = { ...world.deps, notifications: { enqueue: () => Promise.reject(new Error('killed')) } }
    const died = await answerAppeal(dying, { appeal: found, by: 'zhou-min', text: '还没写完的话' }).catch(String)

    expect(died).to.contain('killed')
    expect(await waiting()).to.have.length(1)
    await give(appeal!.appealId)

    expect((await letter()).answer?.text).to.equal(answer)
    await waitFor('the message', async () => (await world.sandbox.inbox(personId))[1])
    expect(await world.sandbox.inbox(personId)).to.have.length(2)
  })

  it('has one answer when two colleagues give theirs at once', async () => {
    const { letter } = await declinedWhoAsked('xu.yi@example.com')
    const [appeal] = await waiting()
    const found = (await world.deps.appeals.findById(world.orgId, appeal!.appealId))!
    const members = ['wu-fan', 'zhou-min']
    const ends = await Promise.all(
      members.map((by) => refusal(answerAppeal(world.deps, { appeal: found, by, text: `${by} 的答复，写得足够长` }))),
    )

    const [given] = members.filter((_, at) => ends[at] === undefined)
    expect(ends.filter((end) => end === undefined)).to.have.length(1)
    expect((await letter()).answer?.text).to.equal(`${given} 的答复，写得足够长`)
  })

  it('waits no more once the decision is taken back: the new one is the answer', async () => {
    const { decisionId } = await declinedWhoAsked('lu.yan@example.com')
    const [appeal] = await waiting()
    const decision = (await world.deps.decisions.findById(world.orgId, decisionId))!

    await takeBack(world.deps, { decision, by: 'li-jing', roles: ['recruiter'], reason: '材料补齐了，再看一遍' })

    expect(await waiting()).to.deep.equal([])
    expect(await refusal(give(appeal!.appealId))).to.equal('appeal-answered')
  })

  it('is seen by nobody whose positions are others', async () => {
    await declinedWhoAsked('fan.le@example.com')
    const other = { ...recruiterOf(world), grants: [{ role: 'recruiter' as const, positionIds: ['risk'] }] }

    expect(await listAppealsFor(world.deps, other)).to.deep.equal([])
    expect(await waiting()).to.have.length(1)
  })
})
