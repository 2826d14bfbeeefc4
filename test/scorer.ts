/** One scorer for the whole mocha process: each thread loads its dictionary, a second of work, and keeps nothing of what it scored. */
import { openScorer, type Scorer } from '../server/features/assessment/index.js'
import { atEnd } from './at-end.js'

let shared: Scorer | undefined

export function testScorer(): Scorer {
  if (shared) return shared
  atEnd(closeTestScorer)
  shared = openScorer({ onFault: () => {} })
  return shared
}

async function closeTestScorer(): Promise<void> {
  const opened = shared
  shared = undefined
  await opened?.close()
}
