import type { Clock } from '../../ports/clock.js'
import type { ImportDeps } from './import-files.js'

/** A store in which nothing is and nothing stays: for checking files where no store exists yet. */
export function nothingStored(clock: Clock): ImportDeps {
  const versions = {
    current: async () => undefined,
    allCurrent: async () => [],
    labelled: async () => undefined,
    insert: async () => true,
    history: async () => [],
    atRevision: async () => undefined,
  }
  return {
    organisations: { versions },
    positions: { versions },
    banks: { versions },
    messageTexts: { versions },
    clock,
  }
}
