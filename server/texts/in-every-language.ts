/**
 * Words for people stand in `<feature>/texts/<language>.ts`: zh.ts is the source of the keys, every other file has the same ones or
 * does not compile. Here the files of one feature become texts that hold every language at once.
 */
import { languages, type Bilingual, type Language } from '../../shared/contracts/text.js'

/** The same keys and the same parameters, other words: the type of every file beside zh.ts. */
export type SameTexts<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...given: infer P) => string
      ? (...given: P) => string
      : SameTexts<T[K]>
}

/** A sentence takes its parts in every language and hands each language its own. */
type Given<A> = A extends string
  ? string extends A
    ? string | Bilingual
    : A
  : A extends readonly (infer E)[]
    ? readonly Given<E>[]
    : A extends object
      ? { [K in keyof A]: Given<A[K]> }
      : A

type AllGiven<P extends unknown[]> = { [I in keyof P]: Given<P[I]> }

export type InEveryLanguage<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? Bilingual
    : T[K] extends (...given: infer P) => string
      ? (...given: AllGiven<P>) => Bilingual
      : InEveryLanguage<T[K]>
}

type Word = string | ((...given: unknown[]) => string)
type Words = { readonly [key: string]: Word | Words }

export function inEveryLanguage<T extends object>(files: Record<Language, T>): InEveryLanguage<T> {
  return combine(files as unknown as Record<Language, Words>) as InEveryLanguage<T>
}

function combine(files: Record<Language, Words>): Record<string, unknown> {
  const keys = Object.keys(files[languages[0]])
  return Object.fromEntries(keys.map((key) => [key, combineOne(eachLanguage((language) => files[language][key]!))]))
}

function combineOne(words: Record<Language, Word | Words>): unknown {
  const first = words[languages[0]]
  if (typeof first === 'string') return words
  if (typeof first === 'object') return combine(words as Record<Language, Words>)
  const sentences = words as Record<Language, (...given: unknown[]) => string>
  return (...given: unknown[]) =>
    eachLanguage((language) => sentences[language](...given.map((part) => partIn(language, part))))
}

function partIn(language: Language, part: unknown): unknown {
  if (Array.isArray(part)) return part.map((one) => partIn(language, one))
  if (typeof part !== 'object' || part === null) return part
  if (languages.every((one) => one in part)) return (part as Bilingual)[language]
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, partIn(language, one)]))
}

/** A text made language by language. */
export const eachLanguage = <Made>(make: (language: Language) => Made): Record<Language, Made> =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, Made>

/** A name that is the same in every language. */
export const unchanged = (text: string): Bilingual => eachLanguage(() => text)

/** For whoever reads it without having said in which language, as at the machine's own window. */
export const allLanguages = (text: Bilingual, between = ' · '): string =>
  languages.map((language) => text[language]).join(between)
