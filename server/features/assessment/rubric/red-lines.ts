/**
 * Acts that nobody may propose. A clause, or two that belong together, is compared with phrasings that do it and phrasings that refuse it
 * with the same words: it breaks the line when it says most of one that does, says it as done, and says none that refuses better.
 */
import type { EvidenceSpan } from '../../../../shared/contracts/assessment.js'
import type { RedLine } from '../../../../shared/contracts/question-bank.js'
import { spanOf } from '../evidence.js'
import { likeness } from '../reading/meaning.js'
import type { Polarity } from '../reading/polarity.js'
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
  wordsWeigh: number
  /** Characters by their codes, and what each weighs. */
  spelled: number[]
  weights: number[]
  charactersWeigh: number
  clauses: number
}

interface PreparedLine {
  does: Phrasing[]
  refuses: Phrasing[]
}

const prepared = new WeakMap<RedLine, PreparedLine>()
/** A number for each character that any phrasing has, in each polarity: thousands of comparisons an answer are of numbers. */
const codes = new Map<string, number>()

export function prepareLine(line: RedLine): PreparedLine {
  const known = prepared.get(line)
  if (known) return known
  const fresh = { does: line.does.map(phrasingOf), refuses: line.refuses.map(phrasingOf) }
  prepared.set(line, fresh)
  return fresh
}

function phrasingOf(text: string): Phrasing {
  const { words: read } = readText(text)
  const characters = charactersIn(read)
  const words = wordsIn(read)
  return {
    words,
    wordsWeigh: weightOf(words),
    spelled: characters.map(({ said }) => codeOf(said)),
    weights: characters.map(({ weight }) => weight),
    charactersWeigh: weightOf(characters),
    clauses: new Set(read.map(({ clause }) => clause)).size,
  }
}

function codeOf(said: string): number {
  const code = codes.get(said) ?? codes.size
  codes.set(said, code)
  return code
}

const charactersIn = (read: readonly Word[]): Unit[] =>
  read.flatMap((word) => charactersOf(word).map((key) => unitOf(key, characterRarity(key), word.polarity)))

/** Common verbs tell nothing in general and everything here: 密码 is no act, 给 makes it one. */
const leastWeight = 5
const wordsIn = (read: readonly Word[]): Unit[] =>
  read
    .filter(({ text }) => !bareWords.has(text))
    .map(({ key, rarity, polarity }) => unitOf(key, Math.max(leastWeight, rarity), polarity))

const unitOf = (key: string, weight: number, polarity: Polarity): Unit => ({
  key,
  said: withPolarity(key, polarity),
  weight,
  denied: polarity === 'negated',
})

const withPolarity = (key: string, polarity: Polarity) => (polarity === 'negated' ? `-${key}` : key)

const weightOf = (units: readonly Unit[]) => units.reduce((sum, { weight }) => sum + weight, 0)

/** The first line that is broken, in the order of the lists: a question's own before the bank's. */
export function findBrokenLine(
  text: ReadText,
  lines: readonly RedLine[],
  ignored: ReadonlySet<number>,
): BrokenLine | undefined {
  const known = lines.map((line) => ({ line, ...prepareLine(line) }))
  const windows = windowsOf(text, ignored)
  for (const { line, does, refuses } of known) {
    for (const window of windows) {
      const said = mostAlike(window.said, does)
      if (said < saysIt || mostAlike(window.said, refuses) >= said) continue
      return { line, clauses: window.clauses, caughtBy: quote(text, window.clauses) }
    }
  }
  return undefined
}

function mostAlike(said: Said, phrasings: readonly Phrasing[]): number {
  let most = 0
  for (const one of phrasings) most = Math.max(most, alike(said, one))
  return most
}

interface Said {
  words: Unit[]
  keys: ReadonlySet<string>
  /** 1 at the code of each character that is said. */
  spelled: Uint8Array
  clauses: number
}

interface Window {
  clauses: number[]
  said: Said
}

function windowsOf(text: ReadText, ignored: ReadonlySet<number>): Window[] {
  const single = text.clauses.map((_, clause) => text.words.filter((word) => word.clause === clause))
  const open = single.map((words, clause) => words.length > 0 && !ignored.has(clause) && isOwnAct(text, clause))

  return single.flatMap((words, clause): Window[] => {
    if (!open[clause]) return []
    const next = single[clause + 1]
    const alone = { clauses: [clause], said: saidIn(words) }
    if (!next || !open[clause + 1] || words.length + next.length > longestPair) return [alone]
    return [alone, { clauses: [clause, clause + 1], said: saidIn([...words, ...next]) }]
  })
}

function saidIn(read: readonly Word[]): Said {
  const words = wordsIn(read)
  const spelled = new Uint8Array(codes.size)
  for (const word of read) {
    for (const key of charactersOf(word)) {
      const code = codes.get(withPolarity(key, word.polarity))
      if (code !== undefined) spelled[code] = 1
    }
  }
  return {
    words,
    keys: new Set(words.map(({ said }) => said)),
    spelled,
    clauses: new Set(read.map(({ clause }) => clause)).size,
  }
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
function alike(said: Said, phrasing: Phrasing): number {
  if (said.clauses > 1 && phrasing.clauses === 1 && phrasing.words.length < severalWords) return 0
  const characters = shareSpelled(said, phrasing)
  const needed = 2 * saysIt - characters
  return needed > 1 ? 0 : (characters + shareMeant(said, phrasing, needed)) / 2
}

function shareSpelled(said: Said, { spelled, weights, charactersWeigh }: Phrasing): number {
  let covered = 0
  for (let at = 0; at < spelled.length; at += 1) if (said.spelled[spelled[at]!] === 1) covered += weights[at]!
  return charactersWeigh > 0 ? covered / charactersWeigh : 0
}

/** 0 as soon as what is needed cannot be reached any more. */
function shareMeant(said: Said, { words, wordsWeigh }: Phrasing, needed: number): number {
  let covered = 0
  let lost = 0
  for (const unit of words) {
    const worth = wordWorth(unit, said)
    covered += unit.weight * worth
    lost += unit.weight * (1 - worth)
    if (lost > (1 - needed) * wordsWeigh + rounding) return 0
  }
  return wordsWeigh > 0 ? covered / wordsWeigh : 0
}

/** Sums of the same numbers in another order differ by less. */
const rounding = 1e-6

function wordWorth(unit: Unit, said: Said): number {
  if (said.keys.has(unit.said)) return 1
  let best = 0
  for (const { key, denied } of said.words) {
    if (denied === unit.denied) best = Math.max(best, likeness(unit.key, key))
  }
  return best >= sameWord ? best : 0
}

export function quote(text: ReadText, clauses: readonly number[]): EvidenceSpan {
  const start = text.clauses[clauses[0] ?? 0]?.start ?? 0
  const end = text.clauses[clauses.at(-1) ?? 0]?.end ?? 0
  return spanOf(text, start, end)
}
