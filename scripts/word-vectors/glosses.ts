/** The telling words of an explanation in English, by the stem that the scorer compares. */
import { stemmer } from 'stemmer'

/** Grammar, and what dictionaries say about their own entries. */
const tellNothing: ReadonlySet<string> = new Set(
  (
    'a an the of to in is are was were be been it its that this these those and or for on with as by at from which can will you your i ' +
    'we they he she has have had do does did if then than so such when what how into there their also may would one not no who whose ' +
    'whom him her them any some used especially usually often etc eg ie sb sth lit fig cl variant abbr see also old erhua'
  ).split(' '),
)

const stems = new Map<string, string>()

export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = stemmer(word)
  stems.set(word, stem)
  return stem
}

export function tellingStems(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z]{2,}/g) ?? []
  return words.filter((word) => !tellNothing.has(word)).map(stemOf)
}

export type Counts = Map<string, number>

export function count(counts: Counts, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
