/** Every migration there is, in order. A new one goes to the end; a number that some store has had is never used again. */
import { roundsOfPositions } from './001-rounds-of-positions.js'
import { namesOfCandidates } from './002-names-of-candidates.js'
import { reportsForReview } from './003-reports-for-review.js'
import { holdsGoOnWaiting } from './004-holds-go-on-waiting.js'
import { emptyLists } from './005-empty-lists.js'
import { standings } from './006-standings.js'
import { aboutOfMessages } from './007-about-of-messages.js'
import { holdersOfApplications } from './008-holders-of-applications.js'
import { sealsOfRecords } from './013-seals-of-records.js'
import { partsForSearch } from './016-parts-for-search.js'
import { namesInOneSpelling } from './017-names-in-one-spelling.js'
import { addressesOfImports } from './019-addresses-of-imports.js'
import type { Migration } from './migration.js'

export const allMigrations: readonly Migration[] = [
  roundsOfPositions,
  namesOfCandidates,
  reportsForReview,
  holdsGoOnWaiting,
  emptyLists,
  standings,
  aboutOfMessages,
  holdersOfApplications,
  sealsOfRecords,
  partsForSearch,
  namesInOneSpelling,
  addressesOfImports,
]

export const newestOf = (migrations: readonly Migration[]): number => migrations.at(-1)?.number ?? 0
