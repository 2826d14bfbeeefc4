import { expect } from 'chai'
import {
  acceptInvitation,
  dyingAt,
  invitationTo,
  notificationSetup,
  toldGroupOf,
  type NotificationSetup,
} from '../../../../test/builders/notifications.js'
import { notifications } from '../notifications.js'
import { deliverMessages } from './deliver-messages.job.js'

describe('delivering messages', () => {
  let at: NotificationSetup
  const toLi = invitationTo('li')
  const accept = () => acceptInvitation(at)
  const toldGroup = () => toldGroupOf(at)
  const history = async (candidateId = 'wang') => (await notifications(() => at.deps).history('o1', candidateId))[0]!

  beforeEach(async () => {
    at = await notificationSetup()
  })

  describe('in a process that dies', () => {
    for (const [who, channel] of [
      ['wang', 'subscription'],
      ['li', 'sms'],
    ] as const) {
      for (const when of ['before', 'after'] as const) {
        it(`${when === 'before' ? 'before' : 'right after'} any step of sending by ${channel}, arrives once, or is unconfirmed`, async () => {
          for (let step = 1; ; step += 1) {
            at = await notificationSetup()
            await accept()
            await notifications(() => at.deps).enqueue(invitationTo(who))
            const died = await deliverMessages(dyingAt(at.deps, step, when)).then(
              () => false,
              () => true,
            )
            if (!died) break
            at.pass(60_000)
            await deliverMessages(at.deps)

            const { status, attempts } = await history(who)
            expect(at.platform.phones.length, `step ${step}`).to.be.at.most(1)
            expect(status, `step ${step}`).to.be.oneOf(['sent', 'unconfirmed'])
            if (status === 'sent') expect(at.platform.phones).to.deep.equal([{ channel, what: 'tok' }])
            if (at.platform.calls === 0) expect(attempts.at(-1)!.code).to.equal('process-died')
          }
        }).timeout(30_000)
      }
    }

    it('after claiming but before calling, loses nothing: the next one sends it', async () => {
      await notifications(() => at.deps).enqueue(toLi)
      await at.deps.messages.claimDue(at.now())

      await deliverMessages(at.deps)
      expect(at.platform.phones, 'nobody touches it under the lease').to.have.length(0)
      at.pass(60_000)
      await deliverMessages(at.deps)

      expect(at.platform.phones).to.have.length(1)
    })

    it('five times over the same message, ends it as failed', async () => {
      await notifications(() => at.deps).enqueue(toLi)
      for (let death = 0; death < 5; death += 1) {
        await at.deps.messages.claimDue(at.now())
        at.pass(60_000)
      }

      await deliverMessages(at.deps)

      expect((await history('li')).status).to.equal('failed')
      expect(await toldGroup()).to.deep.equal(['delivery-failed'])
    })

    it('and comes back late, does not send what another one took over', async () => {
      await notifications(() => at.deps).enqueue(toLi)
      const slow = (await at.deps.messages.claimDue(at.now()))!
      at.pass(60_000)
      await deliverMessages(at.deps)

      expect(await at.deps.messages.markSending(slow, [], at.now())).to.equal(undefined)
      await at.deps.messages.settle(slow, 'failed', { ledger: [], at: at.now(), reason: 'late' })

      expect((await history('li')).status).to.equal('sent')
    })
  })
})
