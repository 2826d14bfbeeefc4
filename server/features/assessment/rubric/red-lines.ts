/**
 * Acts that nobody may propose. A clause, or two that belong together, is compared with phrasings that do it and phrasings that refuse it
 * with the same words: it breaks the line when it says most of one that does, says it as done, and says none that refuses better.
 */
import type { EvidenceSpan } from '../../../../shared/contracts/assessment.js'
import type { RedLine } from '../../../../shared/contracts/question-bank.js'
import { spanOf } from '../evidence.js'
import { likeness } from '../reading/meaning.js'
import { characterRarity } from '../reading/rarity.js'
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
  weight: number
  denied: boolean
}

interface Phrasing {
  words: Unit[]
  characters: Unit[]
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
const bare: ReadonlySet<string> = new Set(
  (
    '的 了 着 过 把 被 我 你 您 他 她 它 我们 他们 那 这 那个 这个 就 也 都 会 要 在 和 跟 与 对 为 向 从 到 让 是 有 再 先 又 一 一下 个 些 得 地 吧 啊 呢 ' +
    '上 下 里 不 没 没有 不会 不能 不要 别 不用 the a an to of in on at for with and or i you he she it they we me him her them my your his their is are be ' +
    'would will that this so as not do does'
  ).split(' '),
)

function unitsOf(words: readonly Word[]): Phrasing {
  const characters = words.flatMap((word) =>
    charactersOf(word).map((key) => ({ key, weight: characterRarity(key), denied: word.polarity === 'negated' })),
  )
  return {
    clauses: new Set(words.map(({ clause }) => clause)).size,
    spelled: new Set(characters.map(asSaid)),
    characters,
    words: words
      .filter(({ text }) => !bare.has(text))
      .map(({ key, rarity, polarity }) => ({
        key,
        weight: Math.max(leastWeight, rarity),
        denied: polarity === 'negated',
      })),
  }
}

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
      const said = Math.max(...does.map((one) => alike(window.said, one)))
      if (said < saysIt || Math.max(...refuses.map((one) => alike(window.said, one))) >= said) continue
      return { line, clauses: window.clauses, caughtBy: quote(text, window.clauses) }
    }
  }
  return undefined
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

/** Whose act it is stands first: "让他…" is mine, "他让我…" is not, unless I do it then. */
const others =
  /^(?:但是?|因为|所以|听说|有时|其实|就是|越是|现在|and |but |because )?(?:骗子|诈骗|犯罪|不法|坏人|对方|他们|有人|有些?人|有的|别人|警官|电话里|客户|老人|同事|他|她|scammers?|fraudsters?|criminals?|they|somebody|someone|he|she|a colleague|the colleague|the customer)(?:们|分子)?(?:\p{Script=Han}{0,2})(?:会|要|让|叫|说|想|可能|求|提出|希望|催|骗|wants?|asks?|asked|says?|said|may|might|would|tells?)/u
const thenI = /我(?:就|便|会|也|还是|照)/u
const whatIf =
  /如果|要是|万一|假如|假设|一旦|哪怕|即使|即便|倘若|否则|不然|为什么|^if |\bif (?:i|we|he|she|they|somebody|someone)\b|unless|otherwise/u
const condemned =
  /违规|违法|违反|不对的?$|不合规|不允许|不可以|不行|不可取|不合适|严禁|禁止|错误|后果|犯罪|骗局|骗人|诈骗|被骗|上当|处分|追责|说不清|等于|掩盖|隐患|连累|wrong|illegal|not allowed|forbidden|against the rules|fraud|scam/u
const concedes = /虽然|尽管|就算|但|不过|可是|还是|反正|although|though|but|anyway/u

/** Not told of somebody else, not supposed, and not called wrong in the same breath. */
function isOwnAct(text: ReadText, clause: number): boolean {
  const own = clauseText(text, clause)
  if (whatIf.test(own)) return false
  if (others.test(own) && !thenI.test(own)) return false
  if (condemned.test(own) && !concedes.test(own)) return false

  const next = clauseText(text, clause + 1)
  return !(/^(?:这|那|都?是|属于|否则|不然|that|this|it)/u.test(next) && condemned.test(next) && !concedes.test(next))
}

const clauseText = ({ text, clauses }: ReadText, clause: number) =>
  text.slice(clauses[clause]?.start ?? 0, clauses[clause]?.end ?? 0).trim()

/**
 * How much of a phrasing is said, by words (or the same in other words) and by characters. Short ones are said in one clause. 0 where it
 * cannot be enough, which is nearly everywhere: characters are compared quickly, meanings are not.
 */
function alike(said: Phrasing, phrasing: Phrasing): number {
  if (said.clauses > 1 && phrasing.clauses === 1 && phrasing.words.length < severalWords) return 0
  const characters = shareOf(phrasing.characters, (unit) => (said.spelled.has(asSaid(unit)) ? 1 : 0))
  if (characters < 2 * saysIt - 1) return 0
  return (characters + shareOf(phrasing.words, (unit) => wordWorth(unit, said))) / 2
}

function shareOf(wanted: readonly Unit[], worthOf: (unit: Unit) => number): number {
  let covered = 0
  let total = 0
  for (const unit of wanted) {
    total += unit.weight
    covered += unit.weight * worthOf(unit)
  }
  return total > 0 ? covered / total : 0
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

const asSaid = ({ key, denied }: Pick<Unit, 'key' | 'denied'>) => (denied ? `-${key}` : `+${key}`)

function quote(text: ReadText, clauses: readonly number[]): EvidenceSpan {
  const start = text.clauses[clauses[0] ?? 0]?.start ?? 0
  const end = text.clauses[clauses.at(-1) ?? 0]?.end ?? 0
  return spanOf(text, start, end)
}
