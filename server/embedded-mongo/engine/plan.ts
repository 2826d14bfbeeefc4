import type { Range } from '../store/store.js'
import type { Index } from './index-spec.js'

export interface Scan {
  /** Undefined for the documents themselves. */
  index?: Index
  ranges: Range[]
  reverse: boolean
}

export interface Plan {
  scans: Scan[]
  /** The scan gives the wanted order by itself. */
  sorted: boolean
  /** 0 reads everything. */
  score: number
  name: string
}
