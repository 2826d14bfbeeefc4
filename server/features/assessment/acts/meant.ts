/**
 * Whether what a clause tells is meant: the candidate's own act, done and not refused, not supposed, not told of others, not called wrong.
 * Stricter than for whole phrasings, because an act is only a few words.
 */
import type { ReadText } from '../reading/read-text.js'
import { concedes, condemned, others, pointsBack, thenI, whatIf } from '../reading/whose-act.js'

const sentenceEnds = /[。!?\n]|\.(?:\s|$)/u
const mine = /(?:^|[,:那就才先但所以于是后])我(?!们?(?:行|家|见过|看到过|听说))|\bi(?:'d|'ll|’d|’ll)?\b|\bwe\b/u
const hearsay =
  /^(?:其实|以前|之前|当时|现在|但|可是)?(?:有的|有些|有人|有(?:个|位|过)?同事|别人|别的|别家|听说|据说|我(?:以前|之前|曾经)?(?:见过|看到过|听说)|骗子|不法分子|很多人|一些人)|^i once saw|^some (?:people|banks|colleagues)|^others?\b|^old customers are/u
/** "让我报告里别提": what somebody wants of me. */
const askedOfMe =
  /(?:让|叫|劝|求|催|逼|要求|想要|要|希望|建议|请)我|(?:asks?|asked|tells?|told|wants?|wanted|offers?|offered|pressed|begs?) me\b/u
/** Refusals that reach to the end of the clause, whatever turning word comes between. */
const refusals =
  /不能(?!不)|不会(?!不)|不可(?!不)|不许|不准|不得(?!不|已)|不该|不应|不要|不敢(?!不)|不想|不愿|不肯|不打算|不必|不用|绝不|决不|从不|从来不|从没|从来没|没有|没敢|(?<![分特个区级类告性识辨鉴])别(?!人|的|家|处)|并非|拒绝|谢绝|当心|小心|警惕|谨防|提防|以防|婉拒|劝阻|阻止|制止|拦住|避免|防止|杜绝|严禁|禁止|切勿|宁可|宁愿|而不是|哪怕|就算|即使|再怎么|再\p{Script=Han}{1,3}也|没人能|没有人|谁也|谁都|无论|不管|不论|代替不|替代不|\b(?:not(?! only)|never|cannot|no|nobody (?:may|can|should|must)|refuse[sd]?|declin\w+|without|nor|neither|rather|instead|before)\b|n['’]t\b/gu
const turned =
  /但|可是|不过|而是|然而|反正|所以|不然|要不|否则|只好|不行就|不了就|也(?:要|得|会|必须|照样)|我就|我先|那就|\bbut\b|\bonly\b|\bso i\b/u
/** "先放后补这个口子我开不了": the refusal stands behind. */
const refusedBehind =
  /(?:不能|不会|不行|不可以|不可取|不了|办不到|做不到|不干|不做|不答应|不同意|不允许|不合适|不对|不成|没法|不敢|不接受|不认|免谈)[^,]{0,3}$/u
const bareRefusal =
  /^(?:这|那|我|也|都|真|是|绝|可|绝对|肯定|坚决|当然|样|个|种|些|事|做|做法)*(?:不行|不可以|不能|不会|不做|不干|不同意|不答应|不肯|不成|拒绝|做不到|没有(?!人|必要|影响|什么)|没(?:答应|这么|删|登|办|照|同意)|开不了|办不了|不允许|不合适|不对|行不通)/u
const shortClause = 9
const wrong =
  /造假|作假|假报告|假的报告|害了?(?:自己|您|你|他|人|客户)|开不了|后患|更大|没了|出了?(?:事|差错|案子)|说不清|找不到原因|盖住|换个地方|代替不了|追究|查出来|处分|走人|开除|坐牢|越拦|越(?:滚|来)|风险更大|是在(?:骗|看|害)|就是(?:骗|害|帮凶|挪用|造假|挪)|也是(?:挪用|造假|违)|属于|才是(?:最|真)|都是(?:骗|假|诈)|^比|is theft|is fraud|is lying|is a lie|leave no trace|get into trouble/u
/** "Sharing the password would leave no trace": talk about an act, not an act. */
const talkedAbout =
  /^(?:(?:and|but|so) )?\w+ing\b.*\b(?:would|is|means|could|may|leads?)\b|tempting|^(?:it|that) (?:would|is)\b/u

/** Which clauses may hold an act of the candidate's own. */
export function ownClauses(text: ReadText, ignored: ReadonlySet<number>): boolean[] {
  const said = text.clauses.map(({ start, end }) => text.text.slice(start, end).trim())
  let isTold = false
  return said.map((clause, at) => {
    if (beginsSentence(text, at)) isTold = false
    const speaksOfOthers = hearsay.test(clause) || (others.test(clause) && !thenI.test(clause))
    if (speaksOfOthers) isTold = true
    else if (isTold && mine.test(clause)) isTold = false
    return !isTold && !ignored.has(at) && isMeant(clause, restOfSentence(said, text, at))
  })
}

export function beginsSentence({ text, clauses }: ReadText, at: number): boolean {
  const before = clauses[at - 1]
  const own = clauses[at]
  return !before || !own || sentenceEnds.test(text.slice(before.end, own.start + 1))
}

function restOfSentence(said: readonly string[], text: ReadText, at: number): string[] {
  let end = at + 1
  while (end < said.length && !beginsSentence(text, end)) end += 1
  return said.slice(at + 1, end)
}

function isMeant(clause: string, rest: readonly string[]): boolean {
  if (whatIf.test(clause) && !/(?:就|会|先)\p{Script=Han}/u.test(clause)) return false
  if (askedOfMe.test(clause) || talkedAbout.test(clause)) return false
  const isWrong = condemned.test(clause) || wrong.test(clause) || refusedBehind.test(clause)
  if (isWrong && !concedes.test(clause)) return false
  /** Whoever says 我 does it; without, it may be what the rest of the sentence speaks of. */
  return !(mine.test(clause) ? rest.slice(0, 1) : rest).some(takesBack)
}

/** "…，这不行", "…，查出来是造假". */
function takesBack(next: string): boolean {
  if (concedes.test(next)) return false
  if (bareRefusal.test(next) && (next.length <= shortClause || pointsBack.test(next))) return true
  if (/^(?:我|i\b)/u.test(next)) return false
  return (pointsBack.test(next) && condemned.test(next)) || wrong.test(next)
}

/** Whoever does it is named: 我, I, we. */
export const isMine = ({ text, clauses }: ReadText, clause: number): boolean =>
  mine.test(text.slice(clauses[clause]?.start, clauses[clause]?.end).trim())

/** What stands before an act in its clause refuses it. */
export function isRefused(before: string): boolean {
  if (/(?:(?<!不[能会可敢得])不|[没未勿莫]|(?<![分特个区级类告性识辨鉴])别)$/u.test(before)) return true
  const found = [...before.matchAll(refusals)].at(-1)
  if (!found) return false
  const after = before.slice(found.index + found[0].length)
  return /^我/u.test(after) || !turned.test(after)
}
