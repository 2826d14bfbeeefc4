/** Making the bank pay, and keeping others out, by calls that anybody can send. */
import { inLanes } from '../bench/interviews/in-lanes.js'
import { HttpRefusal } from '../demo/http-json.js'
import { newcomer } from '../../test/journeys/newcomers.js'
import { staffBrowser } from '../../test/journeys/staff-browser.js'
import type { Attack } from './attack.js'

const foreign = 12
const mostOfOne = 5

export const pumping: Attack = {
  name: 'pumping',
  tried: `one WeChat applies under ${foreign} foreign numbers, and asks for a code to each of them, twice`,
  async run({ world }) {
    const pump = await world.phone((await newcomer(world)).personId)
    const people = []
    for (let at = 0; at < foreign; at += 1) people.push(await newcomer(world))
    const statuses: number[] = []
    for (const { resume, personId } of people) {
      await pump.apply('teller', resume, `tap-${personId}`).catch(refused)
      for (let time = 0; time < 2; time += 1) {
        const asked = pump.post('/phone/code', { phone: resume.phone }).then(() => 200, refused)
        statuses.push(await asked)
        await world.sandbox.setClock({ now: later(await world.sandbox.clock(), 61_000) })
      }
    }
    const arrived = (await Promise.all(people.map(({ personId }) => world.sandbox.inbox(personId)))).flat()

    const sent = statuses.filter((status) => status === 200).length
    const held = sent <= mostOfOne && arrived.length <= mostOfOne
    return {
      held,
      did: `${arrived.length} SMS arrived in all, ${statuses.length - sent} of ${statuses.length} calls 429`,
    }
  },
}

const later = ({ now }: { now: string }, ms: number): string => new Date(Date.parse(now) + ms).toISOString()

function refused(error: unknown): number {
  if (!(error instanceof HttpRefusal)) throw error
  return error.status
}

const tries = 300
const together = 16
const signIn = '/api/staff/sign-in?via=wecom'

export const lockOut: Attack = {
  name: 'proxy lock-out',
  tried: `${tries} sign-ins with made-up X-Forwarded-For: the limit is not to be dodged, nor a colleague kept out, nor another network`,
  async run({ world }) {
    const colleague = staffBrowser(world, 'he-jie')
    await colleague.open(signIn)
    const behind = await world.startAnother({ TRUSTED_PROXIES: '127.0.0.1' })
    const dodging = await flood(world.productUrl, (at) => `10.1.${at >> 8}.${at & 255}`)
    const through = await flood(behind.url, () => '203.0.113.7')
    const elsewhere = await ask(behind.url, '198.51.100.9')
    const known = await ask(world.productUrl, '10.1.0.1', colleague.headers())
    await behind.stop()

    const held = dodging > 0 && through > 0 && elsewhere !== 429 && known !== 429
    return {
      held,
      did: `${dodging} and ${through} of ${tries} refused with 429; another network ${elsewhere}, a colleague’s browser ${known}`,
    }
  },
}

async function flood(base: string, from: (at: number) => string): Promise<number> {
  const statuses = await inLanes(Array.from({ length: tries }), together, (_none, at) => ask(base, from(at)))
  return statuses.filter((status) => status === 429).length
}

async function ask(base: string, forwardedFor: string, more: Record<string, string> = {}): Promise<number> {
  const headers = { ...more, 'x-forwarded-for': forwardedFor }
  const reply = await fetch(`${base}${signIn}`, { headers, redirect: 'manual' })
  await reply.text()
  return reply.status
}
