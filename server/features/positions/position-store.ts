import type { Connection } from 'mongoose'
import type { PositionFile } from '../../../shared/contracts/positions.js'
import { versionedFileStore, type FileVersion } from '../../data-files/versioned-file-store.js'
import type { Position } from './position.js'

export type PositionStore = ReturnType<typeof positionStore>

export function positionStore(connection: Connection) {
  const versions = versionedFileStore<PositionFile>(connection, 'PositionVersion')

  return {
    ready: versions.ready,
    versions,

    async findById(orgId: string, id: string): Promise<Position | undefined> {
      const version = await versions.current(orgId, id)
      return version && toPosition(version)
    },

    /** Those that can be applied for come first, then by their own order. */
    async findAll(orgId: string): Promise<Position[]> {
      const positions = (await versions.allCurrent(orgId)).map(toPosition)
      return positions.sort((a, b) => Number(b.open) - Number(a.open) || placeOf(a) - placeOf(b))
    },
  }
}

const last = 100
const placeOf = ({ order }: Position) => order ?? last

function toPosition({ orgId, revision, content }: FileVersion<PositionFile>): Position {
  const { kind: _kind, ...fields } = content
  return { orgId, revision, ...fields }
}
