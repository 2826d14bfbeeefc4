/** What people call a degree, in either language, as one of the five of shared/contracts/talent.ts. */
import type { Degree } from '../../shared/contracts/talent.js'

/** The higher first: a 博士 is called 博士研究生 too. */
const words: readonly (readonly [Degree, RegExp])[] = [
  ['doctor', /博士|\bph\.?d|doctor/i],
  ['master', /硕士|研究生|master|\bm\.?(?:sc|a|ba|eng|phil)\b/i],
  ['bachelor', /本科|学士|bachelor|undergraduate|\bb\.?(?:sc|a|ba|eng|com)\b/i],
  ['associate', /大专|专科|高职|associate/i],
  ['high-school', /高中|中专|中职|high[ -]?school/i],
]

export const degreeOf = (text: string): Degree | undefined => words.find(([, said]) => said.test(text))?.[0]
