/**
 * Whether a word is said to be done or not to be done. Looks at one clause: a negation reaches to its end, to a word that
 * turns the sentence, or over ten words; two of them cancel out. Not measured on a public set: the cases are in the tests.
 */
import { isDismissal } from './dismissals.js'
import type { Token } from './words.js'
import { ashamedWords, negators, onlyWords, reasonWords, rhetorical, turningWords, undoingVerbs } from './negators.js'

/** `beside`: stands before a negation in its clause, "密码我不会给": the object of what is not done. */
export type Polarity = 'plain' | 'negated' | 'beside'

const reach = 10

export function polaritiesOf(tokens: readonly Token[], clause: string): Polarity[] {
  if (rhetorical.test(clause) || isDismissal(clause)) return tokens.map(() => 'negated')

  const found = walk(tokens)
  if (found.lastNegator < 0) return found.polarities
  const before: Polarity = endsOnNegation(tokens, found) ? 'negated' : 'beside'

  return found.polarities.map((polarity, at) => {
    if (polarity === 'negated' || at >= found.lastNegator) return polarity
    return found.lastNegator - at <= reach ? before : polarity
  })
}

interface Walk {
  polarities: Polarity[]
  lastNegator: number
  negatedAtEnd: boolean
}

function walk(tokens: readonly Token[]): Walk {
  const polarities: Polarity[] = []
  let negated = false
  let since = 0
  let lastNegator = -1
  let givesReason = false

  tokens.forEach((token, at) => {
    if (since > reach || (!givesReason && turns(token.text, since))) negated = false
    polarities.push(negated ? 'negated' : 'plain')
    if (reverses(tokens, at)) {
      negated = !negated
      lastNegator = at
      since = 0
      givesReason = reasonWords.has(tokens[at + 1]?.text ?? '')
    } else {
      since += 1
    }
  })

  return { polarities, lastNegator, negatedAtEnd: negated }
}

/** "不先道歉" and "不再办" stay negated; "不行我会…" does not. */
function turns(word: string, since: number): boolean {
  return turningWords.has(word) && (since > 0 || (word.length > 1 && !reasonWords.has(word)))
}

function reverses(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  const next = tokens[at + 1]?.text ?? ''
  if (ashamedWords.has(text)) return undoingVerbs.has(next)
  if (!negators.has(text) && !undoingVerbs.has(text)) return false
  if (onlyWords.has(next)) return false

  return !asksYesOrNo(tokens, at)
}

/** 会不会, 要没要: a question, not a refusal. */
function asksYesOrNo(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? ''
  const before = tokens[at - 1]?.text
  return (
    before !== undefined &&
    (text === `不${before}` || text === `没${before}` || (text === '不' && tokens[at + 1]?.text === before))
  )
}

const empty = new Set([
  '的',
  '了',
  '吧',
  '啊',
  '呢',
  '必要',
  '需要',
  '可能',
  '行',
  '做',
  '干',
  '去',
  '这样',
  '这么',
  '会',
])

/** "道歉我是不会的", "核实就不必了": nothing follows the negation, so it turned round what stood before. */
function endsOnNegation(tokens: readonly Token[], { lastNegator, negatedAtEnd }: Walk): boolean {
  if (!negatedAtEnd || undoingVerbs.has(tokens[lastNegator]?.text ?? '')) return false
  return tokens.slice(lastNegator + 1).every((token) => empty.has(token.text))
}
