/**
 * The demo organisation, its bank and positions; left alone once they were imported or changed. Of several processes that start for
 * the first time together one loads them and the others wait, for a check against half of them would refuse the rest.
 */
import { randomBytes } from 'node:crypto'
import { defaultDataFiles, importFiles } from '../features/configuration/index.js'
import { keptLease } from '../mongo/kept-lease.js'
import { systemClock } from '../ports/clock.js'
import type { Deps } from './deps.js'

const leaseName = 'first-data'
const leaseMs = 5_000
const retryMs = 100

export async function loadFirstData(deps: Deps): Promise<void> {
  const holder = randomBytes(9).toString('base64url')
  while (!(await isComplete(deps))) {
    const lease = await keptLease({ ...deps, clock: systemClock, name: leaseName, holder, leaseMs })
    if (!lease) {
      await new Promise((resolve) => setTimeout(resolve, retryMs))
      continue
    }
    await importMissing(deps).finally(() => lease.give())
  }
}

async function isComplete(deps: Deps): Promise<boolean> {
  const outcome = await importFiles(deps, { ...(await firstData(deps)), checkOnly: true })
  return outcome.kind === 'checked' && outcome.changes.length === 0
}

async function importMissing(deps: Deps): Promise<void> {
  const outcome = await importFiles(deps, await firstData(deps))
  if (outcome.kind === 'refused')
    throw new Error(`the data that comes with the product was refused: ${JSON.stringify(outcome.problems[0])}`)
}

const firstData = async ({ orgId }: Deps) => ({ files: await defaultDataFiles(), orgId, onlyMissing: true })
