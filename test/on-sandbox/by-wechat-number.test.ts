/** One tap instead of a code: WeChat tells the number it has for a person, to a server that asks it for money, once a code. */
import { expect } from 'chai'
import { httpJson, type HttpRefusal } from '../../scripts/demo/http-json.js'
import { importApplicant } from '../builders/import-applicant.js'
import { smsWithCode } from '../builders/short-code.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomer } from '../journeys/newcomers.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'

describe('the number that WeChat tells', function () {
  this.timeout(60_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  const told = async (personId: string) =>
    (
      await httpJson<{ code: string }>(`${world.sandboxUrl}/api/people/${personId}/wx/phone-number`, {
        method: 'POST',
        body: {},
      })
    ).code
  const refusal = (act: Promise<unknown>) =>
    act.then(
      () => undefined,
      ({ status, code }: HttpRefusal) => `${status} ${code}`,
    )
  const asked = async () =>
    (await httpJson<{ endpoint: string }[]>(`${world.sandboxUrl}/api/calls`)).filter(({ endpoint }) =>
      endpoint.endsWith('getuserphonenumber'),
    ).length
  const settings = (body: object) => httpJson(`${world.sandboxUrl}/api/settings`, { method: 'POST', body })

  it('proves it without a code: what the bank knows under it comes to their WeChat', async () => {
    const known = await newcomer(world)
    const { id } = await importApplicant(world, known.resume)
    await smsWithCode(world, known.personId)
    const person = await world.phone(known.personId)
    expect(person.session.contactProofs).to.deep.equal({ email: true, wechatNumber: true })
    const own = await person.apply('teller', known.resume, 'tap-before-number')

    const reply = await person.post('/phone/wechat', { code: await told(known.personId) })

    expect(reply).to.deep.equal({ phone: known.resume.phone })
    expect((await person.applications()).map((one) => one.id)).to.have.members([own.id, id])
    expect(await world.sandbox.inbox(known.personId), 'no code was sent').to.have.length(1)
  })

  it('proves no number but that of the WeChat that agreed, and a code is good once, for five minutes', async () => {
    const [one, other] = [await newcomer(world), await newcomer(world)]
    const phone = await world.phone(one.personId)
    const sent = await phone.apply('teller', other.resume, 'tap-with-foreign-number')
    const code = await told(one.personId)
    expect(await phone.post('/phone/wechat', { code })).to.deep.equal({ phone: one.resume.phone })
    expect(await refusal(phone.post('/phone/wechat', { code })), 'again').to.equal('403 wechat-number-refused')
    const signIn = await world.sandbox.loginCode(one.personId)
    expect(await refusal(phone.post('/phone/wechat', { code: signIn }))).to.equal('403 wechat-number-refused')
    const late = await told(one.personId)
    await passTime(world, 5 * 60_000 + 1)

    expect(await refusal(phone.post('/phone/wechat', { code: late })), 'late').to.equal('403 wechat-number-refused')
    const { candidateId } = (await world.deps.applications.findById(world.orgId, sent.id))!
    expect(await world.deps.candidates.findById(world.orgId, candidateId)).to.include({ phoneProved: false })
  })

  it('is asked for five times a day by one WeChat, and not at all once the day’s budget is spent', async () => {
    const { personId } = await newcomer(world)
    const phone = await world.phone(personId)
    const before = await asked()
    const codes = await Promise.all(Array.from({ length: 6 }, () => told(personId)))
    const outcomes = []
    for (const code of codes) outcomes.push(await refusal(phone.post('/phone/wechat', { code })))

    expect(outcomes).to.deep.equal([...Array<undefined>(5).fill(undefined), '429 too-many-codes'])
    const { wechatNumbers } = world.deps
    const spent = { take: async () => ({ kind: 'over', againAfterSeconds: 60 }) as const }
    Object.assign(wechatNumbers, spent)
    const next = await newcomer(world)
    const another = await world.phone(next.personId)
    expect(await refusal(another.post('/phone/wechat', { code: await told(next.personId) }))).to.equal(
      '503 wechat-number-unavailable',
    )
    expect((await asked()) - before).to.equal(5)
    Object.assign(wechatNumbers, { take: async () => ({ kind: 'taken' }) as const })
  })

  it('says so where the mini-program may not ask, or WeChat does not answer; the code still works', async () => {
    const { personId, resume } = await newcomer(world)
    const phone = await world.phone(personId)
    await settings({ phoneNumber: 'may-not' })
    expect(await refusal(phone.post('/phone/wechat', { code: await told(personId) }))).to.equal(
      '503 wechat-number-unavailable',
    )
    await settings({ phoneNumber: 'may' })

    await phone.provePhone(resume.phone)
  })
})
