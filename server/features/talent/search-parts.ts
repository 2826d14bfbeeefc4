/**
 * How a part of a name or school is found though both are sealed: every character of a name, every pair, and the end of a phone number
 * become one of 4 096 numbers, by keyed hash (docs/decisions/027). Many texts share a number, so whoever is found is opened and looked at
 * before they are shown. Pure.
 */
import { plainName } from './candidate.js'

const buckets = 4_096

/** Every character, then every two that stand beside each other. */
export function singlesAndPairs(text: string): string[] {
  const characters = [...plainName(text)]
  return [...new Set([...characters, ...pairsIn(characters)])]
}

export const pairsOf = (text: string): string[] => [...new Set(pairsIn([...plainName(text)]))]

const pairsIn = (characters: readonly string[]) => characters.slice(1).map((one, index) => `${characters[index]}${one}`)

/** What a longer text must hold to hold this one: pairs, or the only character. */
export function soughtParts(text: string): string[] {
  const pairs = pairsOf(text)
  return pairs.length > 0 ? pairs : singlesAndPairs(text)
}

/** Of a keyed hash, in base64url. */
export const bucketOf = (hash: string): number => Buffer.from(hash, 'base64url').readUInt16BE(0) % buckets

export const holdsText = (whole: string, part: string): boolean => plainName(whole).includes(plainName(part))

/**
 * A filter for rows that hold all of these parts, one beside the other and not as `$all`: the embedded store finds the first through its
 * index and would read the whole organisation for the other form.
 */
export const holdingAll = <Field extends string>(field: Field, [first, ...others]: readonly number[]): Held<Field> =>
  ({
    [field]: first,
    ...(others.length > 0 && { $and: others.map((part) => ({ [field]: part })) }),
  }) as Held<Field>

type Held<Field extends string> = Record<Field, number> & { $and?: Record<Field, number>[] }
