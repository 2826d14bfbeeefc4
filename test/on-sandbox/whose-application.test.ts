/** Name and phone are claims: whose an application is, seen from several phones (S1, S2, S5, B1 of the first look from outside). */
import { expect } from 'chai'
import type { CandidateClient } from '../../scripts/demo/candidate-client.js'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { decide } from '../../server/features/flow/index.js'
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'
import type { LetterForCandidate } from '../../shared/contracts/staff-decisions.js'
import type { Resume } from '../../shared/contracts/talent.js'
import { importApplicant } from '../builders/import-applicant.js'
import { claimByCode, smsWithCode } from '../builders/short-code.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomer, type Newcomer } from '../journeys/newcomers.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'

describe('an application', function () {
  this.timeout(60_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  /** A WeChat of its own on a phone with another number. */
  const stranger = async () => world.phone((await newcomer(world)).personId)
  const refusal = (act: Promise<unknown>) =>
    act.then(
      () => undefined,
      ({ status, body }: HttpRefusal & { body?: { code?: string } }) => ({ status, code: body?.code }),
    )
  /** By the short code in the SMS, in the person's own WeChat. */
  async function invitationOf({ personId, resume }: Newcomer): Promise<string> {
    const { code } = await smsWithCode(world, personId)
    const { invitationToken } = await claimByCode(await world.phone(personId), code, resume.phone.slice(-4))
    return invitationToken!
  }

  describe('of somebody whom the bank knows by import', () => {
    it('cannot be taken over by typing their name and phone, before or after they are invited', async () => {
      const known = await newcomer(world)
      await importApplicant(world, known.resume)
      const token = await invitationOf(known)
      const thief = await stranger()

      const claimed = await thief.apply('teller', known.resume, 'tap-of-thief')

      const owners = await thief.openInvitation(token)
      expect(owners, 'only a preview, under a masked name').to.deep.include({ kind: 'open', bound: false })
      expect(JSON.stringify(owners)).not.to.contain(known.resume.name)
      expect(claimed.invitationToken, 'their own application goes on by itself').to.not.equal(token)
      const person = await world.phone(known.personId)
      await person.verifyPhone(token, known.resume.phone.slice(-4))
      expect(await person.consent(token, [])).to.include({ kind: 'open', bound: true })
      expect(await thief.openInvitation(token)).to.deep.equal({ kind: 'taken' })
    })

    it('is answered like that of anybody else, so that nobody learns who has applied', async () => {
      const [known, unknown] = [await newcomer(world), await newcomer(world)]
      await importApplicant(world, known.resume)
      const told = async (resume: Resume) => {
        const { id: _id, appliedAt, steps, ...rest } = await (await stranger()).apply('teller', resume, 'tap-of-oracle')
        expect(appliedAt).to.equal(steps[0]!.at)
        return { ...rest, steps: steps.map(({ step, state }) => ({ step, state })) }
      }

      expect(await told(known.resume)).to.deep.equal(await told(unknown.resume))
      expect(await told({ ...known.resume, name: '别的人' })).to.deep.equal(await told(unknown.resume))
    })

    it('does not keep them from applying in their own WeChat, whoever did so under their number before', async () => {
      const person = await newcomer(world)
      await (await stranger()).apply('teller', person.resume, 'tap-of-squatter')

      const own = await (await world.phone(person.personId)).apply('teller', person.resume, 'tap-of-owner')

      expect(own.steps[0]).to.include({ step: 'applied', state: 'done' })
      expect(await (await world.phone(person.personId)).applications()).to.have.length(1)
    })

    it('comes to their WeChat once they have given back the code that their phone got', async () => {
      const known = await newcomer(world)
      const { id } = await importApplicant(world, known.resume)
      await smsWithCode(world, known.personId)
      await passTime(world, 60_000) // a number takes an SMS every 30 s
      const person = await world.phone(known.personId)
      const own = await person.apply('teller', known.resume, 'tap-before-proof')
      expect((await person.applications()).map((one) => one.id)).to.deep.equal([own.id])

      await person.provePhone(known.resume.phone)

      expect((await person.applications()).map((one) => one.id)).to.have.members([own.id, id])
    })
  })

  describe('sent in under foreign numbers', () => {
    it('sends nothing to them, however many there are', async () => {
      const pump = await stranger()
      const people = await Promise.all(Array.from({ length: 5 }, () => newcomer(world)))

      for (const [index, { resume }] of people.entries()) await pump.apply('teller', resume, `tap-of-pump-${index}`)
      await passTime(world, 10 * 60_000)

      for (const { personId } of people) expect(await world.sandbox.inbox(personId)).to.deep.equal([])
    })

    it('cannot have codes sent to them without end', async () => {
      const pump = await stranger()
      const { resume } = await newcomer(world)

      await pump.post('/phone/code', { phone: resume.phone })

      expect(await refusal(pump.post('/phone/code', { phone: resume.phone }))).to.deep.include({ status: 429 })
    })
  })

  describe('whose link is followed in a WeChat that was never seen', () => {
    let link: URLSearchParams
    let tail: string
    let person: CandidateClient
    const claim = (phone: CandidateClient, digits: string, proof = link.get('proof')) =>
      phone.post('/applications/claim', { applicationId: link.get('application'), proof, tail: digits })

    before(async () => {
      const known = await newcomer(world)
      const { education } = known.resume
      const { orgId, candidateId, id } = await importApplicant(world, {
        ...known.resume,
        education: { ...education, degree: 'associate' },
      })
      const decision = await waitFor('the proposal', () => world.deps.decisions.findWaitingOf(orgId, candidateId))
      await decide(world.deps, { decision, verdict: 'decline', by: 'li-jing', reason: '学历未达到岗位要求' })
      await smsWithCode(world, known.personId)
      link = new URLSearchParams({ application: id, proof: world.deps.linkProofs.proofOf(orgId, id) })
      tail = known.resume.phone.slice(-4)
      person = await world.phone(known.personId)
    })
    const letter = (phone: CandidateClient) =>
      phone.get<LetterForCandidate>(`/applications/${link.get('application')}/letter`)

    it('opens with the last digits of the phone: the letter, and where it stands', async () => {
      expect(await refusal(letter(person))).to.deep.include({ status: 404 })

      await claim(person, tail)

      expect((await letter(person)).appeal.text.zh).to.include('复核')
      expect(await person.applications()).to.have.length(1)
    })

    it('lets a person be asked to look again, once, and HR’s group hears of it', async () => {
      const appeal = (phone: CandidateClient) =>
        phone.post<LetterForCandidate>(`/applications/${link.get('application')}/appeal`, {})
      expect((await letter(person)).mayAsk).to.equal(true)
      expect(await refusal(appeal(await stranger()))).to.deep.include({ status: 404 })

      const first = await appeal(person)
      const second = await appeal(person)

      expect(first.askedAt).to.be.a('string')
      expect(second).to.deep.equal(first)
      expect(await letter(person)).to.deep.include({ mayAsk: false, askedAt: first.askedAt })
      await passTime(world, 61_000) // a card a minute at most
      const card = await waitFor('the card about the appeal', async () =>
        (await world.sandbox.group(sandboxCredentials.group.id))
          .map(({ content }) => content)
          .find((text) => text.includes('请招聘组再看一次这个决定')),
      )
      expect(card).to.not.contain(tail)
    })

    it('opens for nobody with the link alone, nor with the digits alone', async () => {
      const other = await stranger()

      expect(await refusal(claim(other, tail, 'A'.repeat(22)))).to.deep.include({ status: 404 })
      expect(await refusal(claim(other, tail === '0000' ? '0001' : '0000'))).to.deep.include({ status: 403 })
      expect(await refusal(letter(other))).to.deep.include({ status: 404 })
    })

    it('is locked for the day after five tries, also for the right digits', async () => {
      const other = await stranger()
      for (let tries = 0; tries < 5; tries += 1) await refusal(claim(other, tail === '0000' ? '0001' : '0000'))

      expect(await refusal(claim(other, tail))).to.deep.include({ status: 423 })
      expect(await letter(person), 'whoever was in stays in').to.have.property('appeal')
    })
  })
})
