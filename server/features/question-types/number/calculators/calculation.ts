import type { Exact } from '../exact-number.js'

/** One way to work out an answer. The same values always give the same exact result. */
export interface Calculation<Name extends string = string> {
  /** Variables that a template must have. */
  needs: readonly Name[]
  compute: (values: Record<Name, Exact>) => Exact
}
