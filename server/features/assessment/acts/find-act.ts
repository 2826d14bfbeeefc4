/**
 * Acts that nobody may propose, by what is done and to what. Both in one clause that says 我 or I: certain. Without a subject, or in two
 * clauses that follow each other: likely, a person says. Each clause is gone through once, whatever the number of acts; no meanings are compared.
 */
import type { RedLine } from '../../../../shared/contracts/question-bank.js'
import type { ReadText } from '../reading/read-text.js'
import { beginsSentence, isMine, isRefused, ownClauses } from './meant.js'
import {
  beginningOf,
  eachBeginning,
  endOf,
  readTerm,
  spellClauses,
  type Place,
  type Spelled,
  type Term,
} from './terms.js'

/** Whatever is known by acts: a line that nobody may cross, an indicator. */
type Line = Pick<RedLine, 'id' | 'label' | 'acts'>
type Act = NonNullable<RedLine['acts']>[number]
const roles = ['do', 'what', 'to', 'not'] as const
type Role = (typeof roles)[number]

export interface FoundAct {
  line: Line
  clauses: readonly number[]
  certain: boolean
}

interface Use {
  act: number
  role: Role
}

interface ListedTerm extends Term {
  uses: Use[]
}

interface Listed {
  acts: { act: Act; line: Line }[]
  terms: ReadonlyMap<string, readonly ListedTerm[]>
}

const listed = new WeakMap<readonly Line[], Listed>()

export function prepareActs(lines: readonly Line[]): Listed {
  const known = listed.get(lines)
  if (known) return known
  const fresh = listTerms(lines)
  listed.set(lines, fresh)
  return fresh
}

function listTerms(lines: readonly Line[]): Listed {
  const acts = lines.flatMap((line) => (line.acts ?? []).map((act) => ({ act, line })))
  const byText = new Map<string, ListedTerm>()
  acts.forEach(({ act }, at) => {
    for (const role of roles)
      for (const written of act[role] ?? []) {
        const term = byText.get(written) ?? { ...readTerm(written), uses: [] }
        term.uses.push({ act: at, role })
        byText.set(written, term)
      }
  })
  const terms = new Map<string, ListedTerm[]>()
  for (const term of byText.values()) terms.set(beginningOf(term), [...(terms.get(beginningOf(term)) ?? []), term])
  return { acts, terms }
}

type Places = Record<Role, Place[]>

/** The first certain one in the order of the lines, or else the first likely one. */
export function findAct(text: ReadText, lines: readonly Line[], ignored: ReadonlySet<number>): FoundAct | undefined {
  const { acts, terms } = prepareActs(lines)
  if (acts.length === 0) return undefined
  const spelled = spellClauses(text)
  const said = placesIn(spelled, terms)
  if (said.size === 0) return undefined

  const reading: Reading = { text, spelled, own: ownClauses(text, ignored) }
  const found = [...said]
    .sort(([one], [other]) => one - other)
    .flatMap(([at, places]) => {
      const clauses = clausesOf(acts[at]!.act, places, reading)
      return clauses
        ? [{ line: acts[at]!.line, clauses, certain: clauses.length === 1 && isMine(text, clauses[0]!) }]
        : []
    })
  return found.find(({ certain }) => certain) ?? found[0]
}

function placesIn(spelled: readonly Spelled[], terms: Listed['terms']): Map<number, Places> {
  const found = new Map<number, Places>()
  spelled.forEach((clause, at) =>
    eachBeginning(clause, (beginning, start) => {
      for (const term of terms.get(beginning) ?? []) {
        const end = endOf(term, clause.text, start)
        if (end < 0) continue
        const first = clause.text[start] === ' ' ? start + 1 : start
        for (const { act, role } of term.uses) {
          const places = found.get(act) ?? { do: [], what: [], to: [], not: [] }
          places[role].push({ clause: at, start: first, end, word: clause.wordAt[first] ?? 0 })
          found.set(act, places)
        }
      }
    }),
  )
  return found
}

interface Reading {
  text: ReadText
  spelled: readonly Spelled[]
  own: readonly boolean[]
}

/** One clause that holds the whole act, or two. */
function clausesOf(act: Act, places: Places, reading: Reading): number[] | undefined {
  const done = places.do.filter((place) => isDone(place, reading))
  const alone = done.find((place) => isWhole(act, places, place, [place.clause]))
  if (alone) return [alone.clause]
  const besideIt = plainOf(places, reading)
  for (const place of done)
    for (const other of [place.clause - 1, place.clause + 1]) {
      const both = [Math.min(place.clause, other), Math.max(place.clause, other)]
      if (isJoined(both, other, reading) && isWhole(act, besideIt, place, both)) return both
    }
  return undefined
}

function isDone({ clause, start, word }: Place, { text, spelled, own }: Reading): boolean {
  if (!own[clause] || text.words[word]?.polarity === 'negated') return false
  return !isRefused(text.text.slice(text.clauses[clause]!.start, spelled[clause]!.placeAt[start]))
}

function isJoined([first = 0, second = 0]: readonly number[], other: number, { text, own }: Reading): boolean {
  return own[other] === true && first >= 0 && second < text.clauses.length && !beginsSentence(text, second)
}

/** "I never ask for a password, the customer types it in": what is denied in one clause is not done in the next. */
function plainOf(places: Places, { text }: Reading): Places {
  const plain = (some: Place[]) => some.filter(({ word }) => text.words[word]?.polarity !== 'negated')
  return { ...places, what: plain(places.what), to: plain(places.to) }
}

function isWhole(act: Act, places: Places, done: Place, clauses: readonly number[]): boolean {
  const within = (role: Role) => places[role].filter(({ clause }) => clauses.includes(clause))
  if (within('not').length > 0) return false
  return (['what', 'to'] as const).every((role) => !act[role] || within(role).some((one) => isApart(one, done)))
}

/** The same characters are not both what is done and what it is done to. */
const isApart = (one: Place, done: Place) =>
  done.clause !== one.clause || one.end <= done.start || one.start >= done.end
