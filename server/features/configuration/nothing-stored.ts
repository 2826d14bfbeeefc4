import { stored, type FileKind } from '../../data-files/file-kind.js'
import type { Clock } from '../../ports/clock.js'
import type { ImportDeps } from './import-files.js'

/** A store in which nothing is and nothing stays: for checking files where no store exists yet. */
export function nothingStored(fileKinds: readonly FileKind[], clock: Clock): ImportDeps {
  const versions = {
    current: async () => undefined,
    allCurrent: async () => [],
    labelled: async () => undefined,
    insert: async () => true,
    history: async () => [],
    atRevision: async () => undefined,
  }
  return { fileKinds: fileKinds.map((kind) => stored(kind, versions)), clock }
}
