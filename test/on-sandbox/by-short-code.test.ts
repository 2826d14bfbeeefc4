/** Public SMS providers take no link that differs from person to person: the fixed one, a short code and the phone lead in (A1). */
import { expect } from 'chai'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { importApplicant } from '../builders/import-applicant.js'
import { claimByCode, smsWithCode } from '../builders/short-code.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomer } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'

describe('an SMS without a link of its own', function () {
  this.timeout(60_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  async function invitedByImport() {
    const known = await newcomer(world)
    await importApplicant(world, known.resume)
    const { message, code } = await smsWithCode(world, known.personId)
    return { ...known, message, code, tail: known.resume.phone.slice(-4) }
  }
  const stranger = async () => world.phone((await newcomer(world)).personId)
  const refusal = (act: Promise<unknown>) =>
    act.then(
      () => undefined,
      ({ status, code, details }: HttpRefusal) => ({ status, code, details }),
    )
  const otherTail = (tail: string) => (tail === '0000' ? '0001' : '0000')

  it('leads from import to the invitation: fixed link, short code and last digits, in a WeChat never seen', async () => {
    const { personId, message, code, tail } = await invitedByImport()
    expect(message.text).to.contain('https://jnbank.example/m').and.not.to.contain('token')
    expect(await world.sandbox.tap(personId, message.id)).to.deep.equal({ opens: 'pages/claim/claim' })
    const phone = await world.phone(personId)
    expect(await phone.applications()).to.deep.equal([])

    const { invitationToken } = await claimByCode(phone, code.toLowerCase(), tail)

    expect(await phone.applications()).to.have.length(1)
    expect(await phone.openInvitation(invitationToken!)).to.deep.include({ kind: 'open' })
    await phone.verifyPhone(invitationToken!, tail)
    expect(await phone.consent(invitationToken!, ['ai-scoring'])).to.include({ kind: 'open', bound: true })
  })

  it('is refused alike whether the code, the digits or both are wrong, so that nothing is learnt of anybody', async () => {
    const { code, tail } = await invitedByImport()
    const told = async (given: string, digits: string) => refusal(claimByCode(await stranger(), given, digits))

    const wrongTail = await told(code, otherTail(tail))
    expect(wrongTail).to.deep.include({ status: 403, code: 'wrong-claim-code' })
    for (const [given, digits] of [
      ['ZZZZ', tail],
      ['ZZZ0', otherTail(tail)],
    ] as const)
      expect(await told(given, digits)).to.deep.equal(wrongTail)
  })

  it('opens nothing of somebody whose number is only their own word', async () => {
    const own = await newcomer(world)
    const phone = await world.phone(own.personId)
    const { id } = await phone.apply('teller', own.resume, 'tap-of-claimed-number')
    const { candidateId } = (await world.deps.applications.findById(world.orgId, id))!
    const { shortCode } = (await world.deps.candidates.findById(world.orgId, candidateId))!

    expect(await refusal(claimByCode(await stranger(), shortCode, own.resume.phone.slice(-4)))).to.deep.include({
      status: 403,
    })
  })

  it('takes five tries a day from a WeChat, and five at a code whoever makes them', async () => {
    const { code, tail } = await invitedByImport()
    const guesser = await stranger()
    for (const given of ['ZZZ1', 'ZZZ2', 'ZZZ3', 'ZZZ4']) await refusal(claimByCode(guesser, given, tail))
    expect(await refusal(claimByCode(guesser, code, otherTail(tail)))).to.deep.include({ status: 403 })
    expect(await refusal(claimByCode(guesser, code, tail)), 'also the right one').to.deep.include({ status: 423 })

    for (let tries = 1; tries < 5; tries += 1) await refusal(claimByCode(await stranger(), code, otherTail(tail)))
    expect(await refusal(claimByCode(await stranger(), code, tail))).to.deep.include({ status: 423 })
    for (let tries = 0; tries < 5; tries += 1) await refusal(claimByCode(await stranger(), 'ZZZ9', tail))
    expect(await refusal(claimByCode(await stranger(), 'ZZZ9', tail)), 'as at a code that is none').to.deep.include({
      status: 423,
    })
  })
})
