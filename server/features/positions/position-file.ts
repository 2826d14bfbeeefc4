import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { FileKind } from '../../data-files/file-kind.js'
import { checkPosition } from './check-position.js'
import type { PositionStore } from './position-store.js'

export const positionKind: FileKind<PositionFile> = {
  kind: 'position',
  order: 3,
  owner: 'organisation',
  versionsIn: ({ positions }: { positions: PositionStore }) => positions.versions,
  titleOf: ({ title }) => title,
  check: checkPosition,
  speaksToCandidates: true,
}
