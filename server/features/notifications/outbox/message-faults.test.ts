import { expect } from 'chai'
import {
  dyingAt,
  invitationTo,
  notificationSetup,
  type Answer,
  type NotificationSetup,
} from '../../../../test/builders/notifications.js'
import { deliverMessages } from './deliver-messages.job.js'
import { notifications } from '../notifications.js'
import { recordSubscriptions } from '../to-candidate/channels/subscription/record-subscriptions.js'

/** FAULT_RUNS=1000 for the long run; every run is its seed again. */
const runs = Number(process.env.FAULT_RUNS ?? 12)
const firstSeed = Number(process.env.FAULT_SEED ?? 20261122)

describe('whatever goes wrong, in any order', () => {
  for (let seed = firstSeed; seed < firstSeed + runs; seed += 1) {
    it(`each message arrives once or is unconfirmed (seed ${seed})`, async () => {
      const random = seeded(seed)
      const at = await notificationSetup()
      const tokens = await enqueueSome(at, random)

      at.platform.answer = () => anyAnswer(random)
      for (let turn = 0; turn < 8; turn += 1) {
        await Promise.all([runOrDie(at, random), runOrDie(at, random)])
        at.pass(Math.floor(random() * 90_000))
      }
      at.platform.answer = () => undefined
      await runUntilQuiet(at)

      for (const { candidateId, token } of tokens) {
        const arrived = at.platform.phones.filter(({ what }) => what === token).length
        const { status } = (await at.deps.messages.find('o1', `invitation:${token}`))!
        const allowed = { sent: [1], unconfirmed: [0, 1], failed: [0] }[status as 'sent']
        expect(allowed, `${candidateId} ${token}: ${status}`).to.include(arrived)
      }
    }).timeout(30_000)
  }
})

async function enqueueSome(
  at: NotificationSetup,
  random: () => number,
): Promise<{ candidateId: string; token: string }[]> {
  const accept = {
    orgId: 'o1',
    openid: 'o-wang',
    choices: [{ template: 'invitation' as const, choice: 'accept' as const }],
  }
  if (random() < 0.7) await recordSubscriptions(at.deps, accept)
  if (random() < 0.5) await recordSubscriptions(at.deps, accept)
  const messages = Array.from({ length: 5 }, (_, number) => ({
    candidateId: random() < 0.6 ? 'wang' : 'li',
    token: `m${number}`,
  }))
  for (const { candidateId, token } of messages)
    await notifications(() => at.deps).enqueue(invitationTo(candidateId, token))
  return messages
}

function anyAnswer(random: () => number): Answer | undefined {
  const dice = random()
  if (dice < 0.12) return 'lost'
  if (dice < 0.2) return 'never-arrived'
  if (dice < 0.4) return { kind: 'try-later', code: '-1', afterMs: 500 }
  if (dice < 0.5) return { kind: 'refused', reason: 'spent', code: '43101' }
  return undefined
}

async function runOrDie(at: NotificationSetup, random: () => number): Promise<void> {
  const deps =
    random() < 0.5 ? at.deps : dyingAt(at.deps, 1 + Math.floor(random() * 30), random() < 0.5 ? 'before' : 'after')
  await deliverMessages(deps).catch(() => {})
}

async function runUntilQuiet(at: NotificationSetup): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    at.pass(600_000)
    await deliverMessages(at.deps)
  }
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
