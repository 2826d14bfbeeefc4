/** Simulated time for journeys: it is moved on in the sandbox, and the product follows it at once. */
import { waitFor } from '../../scripts/demo/wait-for.js'
import { httpJson } from '../../scripts/demo/http-json.js'
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import type { OpenWorld } from './world.js'

const sessionMs = 12 * 3_600_000
/** Signs in to read the product's clock; no journey is about him. */
const witness = 'li-lei'

export async function passTime(world: OpenWorld, ms: number): Promise<void> {
  const { now } = await world.sandbox.clock()
  await moveTo(world, Date.parse(now) + ms)
}

/** Ten in the morning in the organisation's zone: no quiet hours, whenever the tests run. */
export async function inTheMorning(world: OpenWorld): Promise<void> {
  await moveTo(world, await nextHour(world, 2))
}

/** Midnight of a coming day, in the organisation's zone. */
export async function atMidnight(world: OpenWorld): Promise<void> {
  await moveTo(world, await nextHour(world, 16))
}

async function nextHour({ sandbox }: OpenWorld, utcHour: number): Promise<number> {
  const now = new Date((await sandbox.clock()).now)
  return now.setUTCHours(24 + utcHour, 0, 0, 0)
}

async function moveTo(world: OpenWorld, then: number): Promise<void> {
  await world.sandbox.setClock({ now: new Date(then).toISOString() })
  await waitFor('the product to follow the clock', async () => (await productNow(world)) >= then, { everyMs: 300 })
}

/** What the product takes for now, told by the end of a fresh session; looking is no act of anybody's phone. */
async function productNow({ productUrl, sandbox }: OpenWorld): Promise<number> {
  const { expiresAt } = await httpJson<CandidateSession>(`${productUrl}/api/candidate/sessions`, {
    method: 'POST',
    body: { code: await sandbox.loginCode(witness) },
  })
  return Date.parse(expiresAt) - sessionMs
}
