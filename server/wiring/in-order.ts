/** The compiler's part of the list of features: needs are filled by what stands before, and no name is used twice. */
import type { Manifest } from '../feature.js'

export type StoresOf<List> = List extends readonly [infer First, ...infer Rest]
  ? Stored<First> & StoresOf<Rest>
  : unknown
export type GivenBy<List> = List extends readonly [infer First, ...infer Rest] ? Given<First> & GivenBy<Rest> : unknown

/** What features ask of the whole once all is wired. */
export type NeededOfWhole<List> = List extends readonly [infer First, ...infer Rest]
  ? Whole<First> & NeededOfWhole<Rest>
  : unknown

type Whole<F> = F extends { gives: (early: never, whole: () => infer W) => unknown } ? W : unknown
type Stored<F> = F extends { stores: (...tools: never[]) => infer S } ? S : unknown
type Given<F> = F extends { gives: (...args: never[]) => infer G } ? G : unknown
type Needs<F> = F extends { gives: (early: infer Early, ...whole: never[]) => unknown } ? Early : unknown

/** The list as it is; where one does not fit, its place demands what is wrong instead. */
type Fitting<List, Have> = List extends readonly [infer First, ...infer Rest]
  ? readonly [Fit<First, Have>, ...Fitting<Rest, Have & Stored<First> & Given<First>>]
  : readonly []

type Fit<F, Have> = [keyof Have & (keyof Stored<F> | keyof Given<F>)] extends [never]
  ? [Have & Stored<F>] extends [Needs<F>]
    ? F
    : { needsWhatNobodyBeforeGives: Needs<F> }
  : { nameIsTaken: keyof Have & (keyof Stored<F> | keyof Given<F>) }

export const inOrder =
  <Outside>() =>
  <const List extends readonly Manifest[]>(list: List & Fitting<List, Outside>): List =>
    list
