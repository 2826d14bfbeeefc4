import { expect } from 'chai'
import { invitationTo, notificationSetup, type NotificationSetup } from '../../../../test/builders/notifications.js'
import { testStore } from '../../../../test/store.js'
import { deliverMessage } from '../outbox/deliver-message.js'
import { deliverMessages } from '../outbox/deliver-messages.job.js'
import { enqueueMessage } from '../outbox/enqueue-message.js'
import { deliveryReportStore, type DeliveryReportStore } from './delivery-report-store.js'
import { afterReport, type Attempt } from '../outbox/message.js'
import { noteDeliveries } from './note-deliveries.job.js'

const minute = 60_000
const undelivered = { platformId: 'sms-1', delivered: false, code: 'UNDELIV' }
const delivered = { platformId: 'sms-1', delivered: true, code: 'DELIVRD' }

describe('what became of a message that a platform had taken', () => {
  let at: NotificationSetup
  let deliveryReports: DeliveryReportStore
  const message = invitationTo('li')

  beforeEach(async () => {
    at = await notificationSetup()
    deliveryReports = deliveryReportStore(await testStore())
    await deliveryReports.ready()
    at.deps.sms = { wordsOf: () => ['link'], send: async () => ({ kind: 'sent', platformId: 'sms-1' }) }
  })

  const told = async (...reports: (typeof delivered)[]) => {
    for (const report of reports) {
      await deliveryReports.keep('sms', report, at.now())
      await work()
    }
  }
  const work = async () => {
    await noteDeliveries({ ...at.deps, deliveryReports })
    await deliverMessages(at.deps)
  }
  const now = async () => {
    const { status, ledger, reason } = (await at.deps.messages.find('o1', message.dedupeKey))!
    return { status, outcomes: ledger.map(({ channel, outcome }) => `${channel} ${outcome}`), reason }
  }

  it('is written down when it arrived, and nothing more is done', async () => {
    await deliverMessage(at.deps, message)
    await told(delivered, delivered)

    expect(await now()).to.deep.include({ status: 'sent', outcomes: ['sms delivered'] })
  })

  it('goes by the next channel when it did not, once, however often that is told', async () => {
    at.contacts.set('li', { ...at.contacts.get('li')!, email: 'li@example.com' })
    const mails: string[] = []
    at.deps.email = {
      checkAccess: async () => undefined,
      send: async ({ id }) => {
        mails.push(id)
        return { kind: 'sent', platformId: id }
      },
    }
    const { settingsOf } = at.deps
    at.deps.settingsOf = async (orgId) => ({ ...(await settingsOf(orgId)), channels: ['sms', 'email'] })
    await deliverMessage(at.deps, message)

    await told(undelivered, undelivered, { ...undelivered, code: 'EXPIRED' })

    expect(mails).to.have.length(1)
    expect(await now()).to.deep.include({ status: 'sent', outcomes: ['sms undelivered', 'email sent'] })
  })

  it('becomes a task of HR where there is no other channel', async () => {
    await deliverMessage(at.deps, message)
    await told(undelivered)

    expect(await now()).to.deep.equal({
      status: 'failed',
      outcomes: ['sms undelivered'],
      reason: 'refused-everywhere',
    })
    expect(at.woken).to.include('post-group-card')
  })

  it('that arrived after all stays arrived, in whatever order it is told', async () => {
    await deliverMessage(at.deps, message)
    await told(delivered, undelivered)
    expect(await now()).to.deep.include({ status: 'sent', outcomes: ['sms delivered'] })
  })

  it('is known a moment later when the report came before our own note', async () => {
    await told(delivered)
    await deliverMessage(at.deps, message)
    at.pass(minute)
    await work()

    expect(await now()).to.deep.include({ outcomes: ['sms delivered'] })
  })

  it('is not looked for for ever when the message is nobody’s', async () => {
    await told({ ...undelivered, platformId: 'foreign' })
    at.pass(11 * minute)
    await work()
    at.pass(minute)

    expect(await deliveryReports.claimDue(at.now())).to.equal(undefined)
  })

  it('is not sent again once what it says has passed', async () => {
    await enqueueMessage(at.deps, { ...message, notAfter: new Date(at.now().getTime() + minute) })
    await deliverMessages(at.deps)
    at.pass(2 * minute)
    await told(undelivered)

    expect(await now()).to.deep.include({ status: 'dropped', reason: 'too-late' })
  })
})

describe('a report about an attempt', () => {
  const after = (outcome: Attempt['outcome'], report: typeof delivered) =>
    afterReport(
      {
        status: 'sent',
        ledger: [{ at: new Date(0), channel: 'sms', why: 'no-wechat', outcome, platformId: report.platformId }],
      },
      report,
    ).kind

  it('is news once: what arrived stays so, and what did not may still arrive', () => {
    expect([after('sent', delivered), after('sent', undelivered)]).to.deep.equal(['noted', 'go-on'])
    expect([after('delivered', undelivered), after('delivered', delivered)]).to.deep.equal(['unchanged', 'unchanged'])
    expect([after('undelivered', undelivered), after('undelivered', delivered)]).to.deep.equal(['unchanged', 'noted'])
    expect(after('sending', undelivered), 'not written yet').to.equal('unchanged')
  })
})
