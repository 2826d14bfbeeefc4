import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import { expect } from 'chai'
import Koa from 'koa'
import { notificationSetup, type NotificationSetup } from '../../../../../../test/builders/notifications.js'
import { errorHandler } from '../../../../../http/error-handler.js'
import { resolveSession } from '../../../../../http/session.js'
import { createLog } from '../../../../../log.js'
import { subscriptionRoutes } from './candidate-routes.js'

const who = { orgId: 'o1', openid: 'o-wang', template: 'result' } as const

describe('the subscriptions of a candidate', () => {
  let at: NotificationSetup
  const credits = (key = 'a message') => at.deps.subscriptions.creditsOf(who, key)

  beforeEach(async () => {
    at = await notificationSetup()
  })

  it('count one message for each accept, per template and person', async () => {
    const { subscriptions } = at.deps
    await Promise.all([1, 2, 3].map(() => subscriptions.record(who, 'accept')))
    await subscriptions.record({ ...who, template: 'progress' }, 'accept')
    await subscriptions.record({ ...who, openid: 'o-other' }, 'accept')
    await subscriptions.record({ ...who, orgId: 'o2' }, 'accept')

    expect(await credits()).to.equal(3)
  })

  it('are not changed by a refusal, and ended by a ban', async () => {
    const { subscriptions } = at.deps
    await subscriptions.record(who, 'accept')
    await subscriptions.record(who, 'reject')
    await subscriptions.record(who, 'filter')
    expect(await credits()).to.equal(1)

    await subscriptions.record(who, 'ban')
    expect(await credits()).to.equal(0)
    await subscriptions.record(who, 'accept')
    expect(await credits(), 'accepted again later').to.equal(1)
  })

  it('are taken by one of two messages, and once by the same', async () => {
    const { subscriptions } = at.deps
    await subscriptions.record(who, 'accept')

    const taken = await Promise.all(['a', 'b', 'a'].map((key) => subscriptions.take(who, key)))

    expect(taken.filter(Boolean).length).to.be.within(1, 2)
    expect(await credits('c')).to.equal(0)
    expect((await Promise.all(['a', 'b'].map((key) => subscriptions.take(who, key)))).filter(Boolean)).to.have.length(1)
  })

  it('come back when the platform surely did not take the message, once', async () => {
    const { subscriptions } = at.deps
    await subscriptions.record(who, 'accept')
    await subscriptions.take(who, 'a')

    await subscriptions.giveBack(who, 'a')
    await subscriptions.giveBack(who, 'a')

    expect(await credits()).to.equal(1)
  })

  describe('as the phone reports them', () => {
    let server: Server
    let url: string

    beforeEach(async () => {
      const app = new Koa()
      app.use(errorHandler(createLog('silent')))
      app.use(bodyParser())
      app.use(resolveSession(async (token) => (token.startsWith('w') ? { orgId: 'o1', openid: 'o-wang' } : undefined)))
      app.use(subscriptionRoutes(at.deps).routes())
      const answer = app.callback()
      server = createServer((request, reply) => void answer(request, reply))
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve)
      })
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/candidate/subscriptions`
    })
    afterEach(
      () =>
        new Promise((resolve) => {
          server.close(resolve)
        }),
    )

    const report = (body: unknown, token = 'w'.repeat(24)) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      })

    it('are noted for the person of the session', async () => {
      const reply = await report({
        choices: [
          { template: 'result', choice: 'accept' },
          { template: 'progress', choice: 'reject' },
        ],
      })

      expect(reply.status).to.equal(200)
      expect(await reply.json()).to.deep.equal({})
      expect(await credits()).to.equal(1)
      expect(at.woken).to.deep.equal(['deliver-messages'])
    })

    it('are refused without a session, and with anything that is not a choice', async () => {
      const fine = { choices: [{ template: 'result', choice: 'accept' }] }

      expect((await report(fine, 'x'.repeat(24))).status).to.equal(401)
      for (const bad of [
        {},
        { choices: [] },
        { choices: [{ template: 'result', choice: 'maybe' }] },
        { ...fine, openid: 'o-other' },
      ]) {
        expect((await report(bad)).status, JSON.stringify(bad)).to.equal(400)
      }
      expect(await credits()).to.equal(0)
    })
  })
})
