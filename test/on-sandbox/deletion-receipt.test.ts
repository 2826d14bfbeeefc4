/** Somebody who was never seen in a WeChat hears of the deletion before their address is destroyed, and opens the receipt without being anybody. */
import { expect } from 'chai'
import type { HttpRefusal } from '../../scripts/demo/http-json.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { requestDeletion } from '../../server/features/retention/request-deletion.js'
import type { DeletionForCandidate } from '../../shared/contracts/retention.js'
import type { InboxMessage } from '../../shared/contracts/sandbox.js'
import { importApplicant } from '../builders/import-applicant.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { newcomer } from '../journeys/newcomers.js'
import { inTheMorning, passTime } from '../journeys/pass-time.js'

const by = 'li-jing'

describe('the receipt of a deletion', function () {
  this.timeout(60_000)
  let world: WorldInProcess

  before(async () => {
    world = await openWorld()
    await inTheMorning(world)
  })
  after(() => world.end())

  const messages = (personId: string): Promise<InboxMessage[]> => world.sandbox.inbox(personId)
  const about = (personId: string) =>
    waitFor('the message about it', async () => (await messages(personId)).find(({ text }) => text?.includes('删除')))
  const isGone = async (candidateId: string) =>
    (await world.deps.candidates.findById(world.orgId, candidateId)) === undefined
  async function deleted(more: Parameters<typeof newcomer>[1] = {}) {
    const known = await newcomer(world, more)
    const { candidateId } = await importApplicant(world, known.resume)
    await waitFor('the invitation', async () => (await messages(known.personId))[0])
    await passTime(world, 60_000) // one SMS in half a minute goes to a number
    await requestDeletion(world.deps, {
      orgId: world.orgId,
      candidateId,
      why: 'request',
      reason: 'asked-by-person',
      by,
    })
    const message = await about(known.personId)
    await waitFor('the end', async () => (await isGone(candidateId)) || undefined)
    return { ...known, message }
  }
  const receiptOf = (phone: Awaited<ReturnType<WorldInProcess['phone']>>, number: string) =>
    phone.post<DeletionForCandidate>('/deletions/receipt', { number })

  it('is found by the number in an SMS, in any WeChat, and says nothing about a person', async () => {
    const { message, resume, personId } = await deleted()
    const [, number] = /回执号([0-9A-Z]{12})/.exec(message.text!)!
    expect(message).to.include({ channel: 'sms', opens: 'https://jnbank.example/m' })

    const receipt = await receiptOf(await world.phone(personId), number!)

    expect(receipt).to.deep.include({ number, why: 'request', applications: 1 })
    for (const known of [resume.name, resume.phone]) expect(JSON.stringify(receipt)).not.to.contain(known)
    expect((await messages(personId)).filter(({ text }) => text?.includes('删除'))).to.have.length(1)
  })

  it('is opened by the link in an e-mail', async () => {
    const { message, personId } = await deleted({ email: 'wu.fang@example.com' })
    expect(message).to.include({ channel: 'email', title: '江南银行：您的应聘资料将被删除' })

    const { pathname, searchParams } = new URL((await world.sandbox.tap(personId, message.id)).opens, 'mini-program:/')

    expect(pathname).to.equal('/pages/receipt/receipt')
    const number = searchParams.get('receipt')!
    expect(message.text).to.contain(`回执号：${number}`)
    expect(await receiptOf(await world.phone(personId), number)).to.include({ number })
  })

  it('is not to be had by trying numbers', async () => {
    const phone = await world.phone((await newcomer(world)).personId)
    const told: number[] = []
    for (let tries = 0; tries < 21; tries += 1)
      await receiptOf(phone, 'A7K29MPX3TQW').catch(({ status }: HttpRefusal) => told.push(status))

    expect([...new Set(told)]).to.deep.equal([404, 423])
  })
})
