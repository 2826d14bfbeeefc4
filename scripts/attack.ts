/**
 * `npm run attack`: product and sandbox are started as processes, in a folder of their own, and attacked as docs/security.md says; each
 * attack tells what it tried and what the product did, and the command ends with 1 when one succeeds. `-- --only swap` runs those whose
 * name contains it. What overloads instead is `npm run bench:stoppers`.
 */
import { parseArgs } from 'node:util'
import { becomeFirstAdmin } from '../test/journeys/first-admin.js'
import { inTheMorning } from '../test/journeys/pass-time.js'
import { giveSecondFactor, setUpAuthenticator } from '../test/journeys/second-factor.js'
import { startWorld } from '../test/journeys/world.js'
import type { Outcome } from './attack/attack.js'
import { emptied, erase, swap } from './attack/in-the-store.js'
import { lockOut, pumping } from './attack/from-the-network.js'
import { oracle, squatting, takeover } from './attack/somebody-else.js'
import { sayMachine } from './bench/interviews/figures.js'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } })
const all = [takeover, squatting, oracle, swap, erase, lockOut, pumping, emptied]
const chosen = all.filter(({ name }) => name.includes(values.only))
const admins = 'zhou-min'

const world = await startWorld({ env: { LOG_LEVEL: 'error' } })
try {
  await inTheMorning(world)
  const admin = await becomeFirstAdmin(world, admins)
  await setUpAuthenticator(world, admin, admins)
  await giveSecondFactor(world, admin, admins)
  for (const { name, tried, run } of chosen) {
    const { held, did } = await run({ world, admin }).catch(broke)
    console.log(`${held ? '✓' : '✗'} ${name}\n    tried: ${tried}\n    the product: ${did}`)
    if (!held) process.exitCode = 1
  }
  console.log(sayMachine())
} catch (error) {
  console.error(world.log().split('\n').slice(-20).join('\n'))
  throw error
} finally {
  await world.end()
}

/** Whoever is kept from what is theirs waits in vain, for one: that attack has succeeded, and the others are still to be tried. */
function broke(error: unknown): Outcome {
  return { held: false, did: `let it end otherwise than it should: ${(error as Error).message}` }
}
