/**
 * Acts that nobody may propose. A clause, or two that belong together, is compared with phrasings that do it and phrasings that refuse it
 * with the same words: it breaks the line when it says most of one that does, says it as done, and says none that refuses better.
 */
import type { EvidenceSpan } from '../../../../shared/contracts/assessment.js'
import type { RedLine } from '../../../../shared/contracts/question-bank.js'
import { spanOf } from '../evidence.js'
import { likeness } from '../reading/meaning.js'
import { characterRarity } from '../reading/rarity.js'
import { bareWords, concedes, condemned, others, pointsBack, thenI, whatIf } from '../reading/whose-act.js'
import { charactersOf, readText, type ReadText, type Word } from '../reading/read-text.js'

/** Share of a phrasing that has to be said. Chosen on half of the questions, docs/scoring.md. */
const saysIt = 0.68
/** Only words that hardly differ stand for each other here: 告诉 and 告知, not 密码 and 账户. */
const sameWord = 0.8
/** So many words are seldom together by chance. */
const severalWords = 4
/** Two clauses longer than this together are no longer one statement. */
const longestPair = 24

export interface BrokenLine {
  line: RedLine
  clauses: readonly number[]
  caughtBy: EvidenceSpan
}

interface Unit {
  key: string
  /** With its polarity: what is denied is another thing. */
  said: string
  weight: number
  denied: boolean
}

interface Phrasing {
  words: Unit[]
  characters: Unit[]
  /** All characters together, and all words. */
  weightOf: { characters: number; words: number }
  /** The characters again, to look up. */
  spelled: ReadonlySet<string>
  clauses: number
}

interface PreparedLine {
  does: Phrasing[]
  refuses: Phrasing[]
}

const prepared = new WeakMap<RedLine, PreparedLine>()

function prepare(line: RedLine): PreparedLine {
  const known = prepared.get(line)
  if (known) return known
  const fresh = { does: line.does.map(phrasingOf), refuses: line.refuses.map(phrasingOf) }
  prepared.set(line, fresh)
  return fresh
}

const phrasingOf = (text: string): Phrasing => unitsOf(readText(text).words)

/** Common verbs tell nothing in general and everything here: 密码 is no act, 给 makes it one. */
const leastWeight = 5
function unitsOf(read: readonly Word[]): Phrasing {
  const characters = read.flatMap((word) =>
    charactersOf(word).map((key) => unitOf(key, characterRarity(key), word.polarity === 'negated')),
  )
  const words = read
    .filter(({ text }) => !bareWords.has(text))
    .map(({ key, rarity, polarity }) => unitOf(key, Math.max(leastWeight, rarity), polarity === 'negated'))
  return {
    clauses: new Set(read.map(({ clause }) => clause)).size,
    spelled: new Set(characters.map(({ said }) => said)),
    weightOf: { characters: weightOf(characters), words: weightOf(words) },
    characters,
    words,
  }
}

const unitOf = (key: string, weight: number, denied: boolean): Unit => ({
  key,
  said: denied ? `-${key}` : `+${key}`,
  weight,
  denied,
})
const weightOf = (units: readonly Unit[]) => units.reduce((sum, { weight }) => sum + weight, 0)

/** The first line that is broken, in the order of the lists: a question's own before the bank's. */
export function findBrokenLine(
  text: ReadText,
  lines: readonly RedLine[],
  ignored: ReadonlySet<number>,
): BrokenLine | undefined {
  const windows = windowsOf(text, ignored)
  for (const line of lines) {
    const { does, refuses } = prepare(line)
    for (const window of windows) {
      const said = mostAlike(window.said, does)
      if (said < saysIt || mostAlike(window.said, refuses) >= said) continue
      return { line, clauses: window.clauses, caughtBy: quote(text, window.clauses) }
    }
  }
  return undefined
}

function mostAlike(said: Phrasing, phrasings: readonly Phrasing[]): number {
  let most = 0
  for (const one of phrasings) most = Math.max(most, alike(said, one))
  return most
}

interface Window {
  clauses: number[]
  said: Phrasing
}

function windowsOf(text: ReadText, ignored: ReadonlySet<number>): Window[] {
  const single = text.clauses.map((_, clause) => text.words.filter((word) => word.clause === clause))
  const open = single.map((words, clause) => words.length > 0 && !ignored.has(clause) && isOwnAct(text, clause))

  return single.flatMap((words, clause): Window[] => {
    if (!open[clause]) return []
    const next = single[clause + 1]
    const alone = { clauses: [clause], said: unitsOf(words) }
    if (!next || !open[clause + 1] || words.length + next.length > longestPair) return [alone]
    return [alone, { clauses: [clause, clause + 1], said: unitsOf([...words, ...next]) }]
  })
}

/** Not told of somebody else, not supposed, and not called wrong in the same breath. */
function isOwnAct(text: ReadText, clause: number): boolean {
  const own = clauseText(text, clause)
  if (whatIf.test(own)) return false
  if (others.test(own) && !thenI.test(own)) return false
  if (condemned.test(own) && !concedes.test(own)) return false

  const next = clauseText(text, clause + 1)
  return !(pointsBack.test(next) && condemned.test(next) && !concedes.test(next))
}

const clauseText = ({ text, clauses }: ReadText, clause: number) =>
  text.slice(clauses[clause]?.start ?? 0, clauses[clause]?.end ?? 0).trim()

/**
 * How much of a phrasing is said, by words (or the same in other words) and by characters. Short ones are said in one clause. 0 where it
 * cannot be enough, which is nearly everywhere: characters are compared quickly, meanings are not.
 */
function alike(said: Phrasing, phrasing: Phrasing): number {
  if (said.clauses > 1 && phrasing.clauses === 1 && phrasing.words.length < severalWords) return 0
  const characters = shareSpelled(said, phrasing)
  if (characters < 2 * saysIt - 1) return 0
  return (characters + shareMeant(said, phrasing)) / 2
}

function shareSpelled({ spelled }: Phrasing, { characters, weightOf: { characters: all } }: Phrasing): number {
  let covered = 0
  for (const { said, weight } of characters) if (spelled.has(said)) covered += weight
  return all > 0 ? covered / all : 0
}

function shareMeant(said: Phrasing, { words, weightOf: { words: all } }: Phrasing): number {
  let covered = 0
  for (const unit of words) covered += unit.weight * wordWorth(unit, said)
  return all > 0 ? covered / all : 0
}

function wordWorth(unit: Unit, said: Phrasing): number {
  let best = 0
  for (const { key, denied } of said.words) {
    if (denied !== unit.denied) continue
    if (key === unit.key) return 1
    best = Math.max(best, likeness(unit.key, key))
  }
  return best >= sameWord ? best : 0
}

function quote(text: ReadText, clauses: readonly number[]): EvidenceSpan {
  const start = text.clauses[clauses[0] ?? 0]?.start ?? 0
  const end = text.clauses[clauses.at(-1) ?? 0]?.end ?? 0
  return spanOf(text, start, end)
}
