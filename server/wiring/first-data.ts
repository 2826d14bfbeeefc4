/**
 * The demo organisation, its bank and positions; left alone once they were imported or changed. Of several processes that start for
 * the first time together one loads them and the others wait, for a check against half of them would refuse the rest.
 */
import { randomBytes } from 'node:crypto'
import { defaultData, importFiles } from '../features/configuration/index.js'
import { keptLease, LeaseLost, type KeptLease } from '../mongo/kept-lease.js'
import { systemClock } from '../ports/clock.js'
import type { Deps } from './deps.js'

const leaseName = 'first-data'
/** Longer than a busy machine holds up a process that renews it; a start that dies with it holds the others up for so long. */
const leaseMs = 15_000
const retryMs = 250

export async function loadFirstData(deps: Deps): Promise<void> {
  const { hash } = await defaultData()
  if (await deps.firstData.has(deps.orgId, hash)) return
  if (!(await isComplete(deps))) await importAlone(deps)
  await deps.firstData.note(deps.orgId, hash)
}

async function importAlone(deps: Deps): Promise<void> {
  const holder = randomBytes(9).toString('base64url')
  // Who waits asks for the lease and nothing more: a look at all files takes longer than the one who loads them can spare.
  for (;;) {
    const lease = await keptLease({ ...deps, clock: systemClock, name: leaseName, holder, leaseMs })
    if (lease && (await hasImported(deps, lease))) return
    if (!lease) await new Promise((resolve) => setTimeout(resolve, retryMs))
  }
}

async function isComplete(deps: Deps): Promise<boolean> {
  const outcome = await importFiles(deps, { ...(await firstData(deps)), checkOnly: true })
  return outcome.kind === 'checked' && outcome.changes.length === 0
}

/** False when another process may have imported at the same time: what was refused was then held against half of its files. */
async function hasImported(deps: Deps, lease: KeptLease): Promise<boolean> {
  try {
    const outcome = await importFiles(deps, await firstData(deps))
    if (outcome.kind !== 'refused') return true
    lease.refuseLost()
    throw new Error(`the data that comes with the product was refused: ${JSON.stringify(outcome.problems[0])}`)
  } catch (error) {
    if (error instanceof LeaseLost) return false
    throw error
  } finally {
    await lease.give()
  }
}

const firstData = async ({ orgId }: Deps) => ({ files: (await defaultData()).files, orgId, onlyMissing: true })
