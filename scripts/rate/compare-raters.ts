/** How far those who rated a set agree, two by two: the same figures as in the console. */
import type { Language } from '../../shared/contracts/text.js'
import { bandOf, bandsUpwards } from '../../server/features/assessment/scale.js'
import type { Interval } from '../../server/statistics/agreement.js'
import { twoRaters, type TwoRaters } from '../../server/statistics/two-raters.js'
import { givenBy, ratersOf } from './rater-file.js'
import type { SetItem } from './read-set.js'
import { rateTexts } from './texts.js'

const seed = 20261130
const bandWidth = 0.8

export async function compareRaters(set: string, items: readonly SetItem[], language: Language): Promise<string[]> {
  const words = rateTexts[language]
  const raters = ratersOf(set).map((name) => ({ name, given: givenBy(set, name) }))
  if (raters.length < 2) return [words.needTwo]
  const lines: string[] = []
  for (const [at, one] of raters.entries())
    for (const other of raters.slice(at + 1)) {
      const both = items.flatMap(({ id }) => {
        const [first, second] = [one.given.get(id), other.given.get(id)]
        return first === undefined || second === undefined ? [] : [{ id, first, second }]
      })
      const pairs = both.map(({ first, second }) => [[first, second] as const])
      const levels = { levelOf: (score: number) => bandsUpwards.indexOf(bandOf(score)), levels: bandsUpwards.length }
      lines.push(`${one.name} · ${other.name}`)
      lines.push(...figureLines(await twoRaters(pairs, { ...levels, anybody: false, seed }), language))
      const apart = both.filter(({ first, second }) => Math.abs(first - second) >= bandWidth)
      lines.push(words.apart(apart.map(({ id, first, second }) => `${id} ${first}/${second}`)))
    }
  return lines
}

export function figureLines({ n, few, apart, kappa, intraclass, pearson }: TwoRaters, language: Language): string[] {
  const words = rateTexts[language]
  return [
    words.pairs(n, apart),
    ...(kappa ? [`  kappa ${shown(kappa)}`] : []),
    ...(intraclass ? [`  ICC ${shown(intraclass)}`] : []),
    ...(pearson ? [`  Pearson ${shown(pearson)}`] : []),
    ...(few ? [words.few] : []),
  ]
}

const shown = ({ value, low, high }: Interval): string => `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
