import type { PositionFile } from '../../../shared/contracts/positions.js'

/** A position in force. `revision` grows with every import that changed it; older ones stay readable. */
export interface Position extends Omit<PositionFile, 'kind'> {
  orgId: string
  revision: number
}

/** Looks a position up; undefined when there is none of that id. */
export type PositionOf = (orgId: string, positionId: string) => Promise<Position | undefined>
