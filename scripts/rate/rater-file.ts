/** What one rater gave: a file of their own beside the set, a line a rating, written as it is given. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export interface Given {
  id: string
  score: number
}

const ending = '.jsonl'
const folderOf = (set: string): string => `${set}.ratings`

export const isRaterName = (name: string): boolean => /^[\p{L}\p{N}_-]{1,40}$/u.test(name)

/** The first rating of an answer stands. A line that was cut off when the machine went down is left out. */
export function givenBy(set: string, rater: string): Map<string, number> {
  const file = join(folderOf(set), `${rater}${ending}`)
  const given = new Map<string, number>()
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const one = ratingIn(line)
    if (one && !given.has(one.id)) given.set(one.id, one.score)
  }
  return given
}

function ratingIn(line: string): Given | undefined {
  try {
    const { id, score } = JSON.parse(line) as Partial<Given>
    return typeof id === 'string' && typeof score === 'number' ? { id, score } : undefined
  } catch {
    return undefined
  }
}

/** On a line of its own, whatever stands before it. */
export function keepRating(set: string, rater: string, given: Given): void {
  mkdirSync(folderOf(set), { recursive: true, mode: 0o700 })
  appendFileSync(join(folderOf(set), `${rater}${ending}`), `\n${JSON.stringify(given)}`, { mode: 0o600 })
}

export const ratersOf = (set: string): string[] =>
  existsSync(folderOf(set))
    ? readdirSync(folderOf(set))
        .filter((name) => name.endsWith(ending))
        .map((name) => basename(name, ending))
        .sort()
    : []
