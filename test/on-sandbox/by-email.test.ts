/** E-mail as a way to candidates whose address the bank knows: the link stands in the mail, and leads in (A1). */
import { expect } from 'chai'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { decide } from '../../server/features/flow/index.js'
import type { InboxMessage } from '../../shared/contracts/sandbox.js'
import { importApplicant } from '../builders/import-applicant.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomer } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'

describe('an e-mail to a candidate', function () {
  this.timeout(60_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  const first = (personId: string): Promise<InboxMessage> =>
    waitFor('a message', async () => (await world.sandbox.inbox(personId))[0])
  const opened = async (personId: string, { id }: InboxMessage) =>
    new URL((await world.sandbox.tap(personId, id)).opens, 'mini-program:/')

  it('leads from import to the invitation, whole, by the link in it', async () => {
    const known = await newcomer(world, { email: 'zhao.min@example.com' })
    await importApplicant(world, known.resume)

    const mail = await first(known.personId)
    expect(mail).to.include({ channel: 'email', title: '江南银行：邀请您参加线上面试' })
    expect(mail.text).to.contain(`${known.resume.name}，您好：`).and.to.contain('岗位：综合柜员')
    const page = await opened(known.personId, mail)
    expect(page.pathname).to.equal('/pages/invitation/invitation')
    const phone = await world.phone(known.personId)
    const token = page.searchParams.get('token')!
    await phone.verifyPhone(token, known.resume.phone.slice(-4))
    expect(await phone.consent(token, [])).to.include({ kind: 'open', bound: true })
  })

  it('about a decision opens in a WeChat never seen, with the last digits of the phone', async () => {
    const { education } = (await newcomer(world)).resume
    const known = await newcomer(world, {
      email: 'qian.wen@example.com',
      education: { ...education, degree: 'associate' },
    })
    const { orgId, candidateId, id } = await importApplicant(world, known.resume)
    const decision = await waitFor('the proposal', () => world.deps.decisions.findWaitingOf(orgId, candidateId))
    await decide(world.deps, { decision, verdict: 'decline', by: 'li-jing', reason: '学历未达到岗位要求' })

    const { pathname, searchParams } = await opened(known.personId, await first(known.personId))
    expect(pathname).to.equal('/pages/letter/letter')
    const phone = await world.phone(known.personId)
    await phone.post('/applications/claim', {
      applicationId: searchParams.get('application'),
      proof: searchParams.get('proof'),
      tail: known.resume.phone.slice(-4),
    })
    expect(await phone.get(`/applications/${id}/letter`)).to.have.property('appeal')
  })

  it('goes to no address that is only somebody’s word', async () => {
    const known = await newcomer(world, { email: 'sun.li@example.com' })
    const { personId } = await newcomer(world)
    await (await world.phone(personId)).apply('teller', known.resume, 'tap-with-foreign-address')
    const { candidateId } = (
      await waitFor('the application', async () => {
        const all = await world.deps.applications.listRecent(world.orgId, { scope: 'all', limit: 1 })
        return all.length > 0 && all
      })
    )[0]!
    await waitFor('the message to end', async () => {
      const sent = (await world.deps.notifications.history(world.orgId, candidateId))[0]
      return sent && !['queued', 'sending'].includes(sent.status)
    })

    expect(await world.sandbox.inbox(known.personId)).to.deep.equal([])
  })

  it('with a code proves that the address is theirs: what the bank knows comes to their WeChat, and mail goes to it', async () => {
    const email = 'zhou.ran@example.com'
    const known = await newcomer(world, { email })
    const { id, orgId, candidateId } = await importApplicant(world, known.resume)
    await first(known.personId)
    const person = await world.phone(known.personId)
    const withNewNumber = { ...known.resume, phone: '13612345678' }
    const own = await person.apply('teller', withNewNumber, 'tap-before-mail')
    expect((await person.applications()).map((one) => one.id)).to.deep.equal([own.id])

    await person.proveEmail(email)

    expect((await person.applications()).map((one) => one.id)).to.have.members([own.id, id])
    const sent = await world.deps.applications.findById(orgId, own.id)
    const contact = await world.deps.contactOf(orgId, sent!.candidateId, own.id)
    expect(contact).to.include({ email }).and.to.not.have.property('phone')
    expect(candidateId).to.not.equal(sent!.candidateId)
  })

  it('with a code is sent to whoever asks, known or not, with the same reply', async () => {
    const [known, unknown] = [
      await newcomer(world, { email: 'known@example.com' }),
      await newcomer(world, { email: 'unknown@example.com' }),
    ]
    await importApplicant(world, known.resume)
    await first(known.personId)
    const asked = async ({ resume }: typeof known) => {
      const stranger = await world.phone((await newcomer(world)).personId)
      const reply = await stranger.post<object>('/email/code', { email: resume.email })
      const refused = await stranger
        .post('/email/proof', { email: resume.email, code: '000000' })
        .catch(({ status, message }: { status: number; message: string }) => [status, message])
      return [Object.keys(reply), refused]
    }

    expect(await asked(known)).to.deep.equal(await asked(unknown))
  })

  it('that is refused goes by SMS in the same breath, and the ledger says why', async () => {
    const { personId, resume } = await newcomer(world)
    const { orgId, candidateId } = await importApplicant(world, { ...resume, email: 'nobody@example.com' })

    expect(await first(personId)).to.include({ channel: 'sms' })
    const { attempts } = (await world.deps.notifications.history(orgId, candidateId))[0]!
    expect(attempts).to.have.length(2)
    expect(attempts[0]).to.deep.include({ channel: 'email', outcome: 'refused', code: 'smtp-550' })
    expect(attempts[1]).to.include({ channel: 'sms' })
    expect(attempts[1]!.outcome, 'its report may be faster than we are').to.be.oneOf(['sent', 'delivered'])
  })
})
