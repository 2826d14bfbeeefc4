import type { Fraction } from './fraction.js'

/** A number and how much of the text it took. */
export interface NumberRead {
  value: Fraction
  /** What the same writing could mean as well. */
  also: Fraction[]
  length: number
  /** 3/4, 三分之一: a part of one, whatever is asked in. */
  isPart?: boolean
  /** 百分之: a rate, as with %. */
  isRate?: boolean
  /** With 万, 亿, k and the like. */
  isScaled?: boolean
}

/** A number stands here, but which one nobody can tell. */
export type Unclear = 'unclear'
