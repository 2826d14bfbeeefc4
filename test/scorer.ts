/** One scorer for the whole mocha process: each thread loads its dictionary, a second of work, and keeps nothing of what it scored. */
import { openScorer, type Scorer } from '../server/features/assessment/index.js'

let shared: Scorer | undefined

export function testScorer(): Scorer {
  shared ??= openScorer({ onFault: () => {} })
  return shared
}

/** Called by the root hook in test/root-hooks.ts. */
export async function closeTestScorer(): Promise<void> {
  const opened = shared
  shared = undefined
  await opened?.close()
}
