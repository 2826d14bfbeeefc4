/**
 * Holds a résumé against a position's rules (R3). Pure: the same résumé and rules give the same judgement, with its reasons.
 * Nothing here knows a name, an age or a gender. A missing hard requirement proposes a decline; it never declines anybody (C3).
 */
import type { ScreeningRules } from '../../../shared/contracts/positions.js'
import { degrees, type Resume } from '../../../shared/contracts/talent.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { texts } from './texts/index.js'

export const screeningRules = ['education', 'majors', 'years', 'certificates', 'keywords'] as const
export type ScreeningRule = (typeof screeningRules)[number]
export const outcomes = ['pass', 'borderline', 'fail'] as const
export type Outcome = (typeof outcomes)[number]

export interface RuleResult {
  rule: ScreeningRule
  /** Points of this rule's weight, both 0…100. */
  earned: number
  of: number
  /** A hard requirement that is not met. */
  missingHard: boolean
  /** Words of the rule that the résumé holds. */
  matched: string[]
  reason: Bilingual
}

export interface Judgement {
  outcome: Outcome
  /** 0…100, whole points. */
  score: number
  results: RuleResult[]
}

export function judgeResume(resume: Resume, rules: ScreeningRules): Judgement {
  const results = [
    judgeEducation(resume, rules.education),
    judgeMajor(resume, rules.majors),
    judgeYears(resume, rules.years),
    judgeCertificates(resume, rules.certificates),
    judgeKeywords(resume, rules.keywords),
  ]
  const score = Math.round(results.reduce((sum, { earned }) => sum + earned, 0))
  return { outcome: outcomeOf(score, results, rules.thresholds), score, results }
}

function outcomeOf(score: number, results: RuleResult[], thresholds: ScreeningRules['thresholds']): Outcome {
  if (results.some(({ missingHard }) => missingHard)) return 'fail'
  if (score >= thresholds.pass) return 'pass'
  return score >= thresholds.borderline ? 'borderline' : 'fail'
}

function judgeEducation({ education }: Resume, { weight, minimum, hard }: ScreeningRules['education']): RuleResult {
  const met = degrees.indexOf(education.degree) >= degrees.indexOf(minimum)
  const wanted = texts.degrees[minimum]
  return {
    rule: 'education',
    earned: met ? weight : 0,
    of: weight,
    missingHard: hard && !met,
    matched: met ? [education.degree] : [],
    reason: met ? texts.degreeMet(wanted) : texts.degreeMissed(wanted, texts.degrees[education.degree]),
  }
}

function judgeMajor({ education }: Resume, { weight, hard, groups, otherwise }: ScreeningRules['majors']): RuleResult {
  const hits = groups.map(({ names, match }) => ({ match, found: names.find((name) => holds(education.major, name)) }))
  const best = hits.filter(({ found }) => found !== undefined).sort((a, b) => b.match - a.match)[0]
  return {
    rule: 'majors',
    earned: weight * (best?.match ?? otherwise),
    of: weight,
    missingHard: hard && !best,
    matched: best ? [best.found!] : [],
    reason: best ? texts.majorFits(best.found!) : texts.majorOutside,
  }
}

function judgeYears(
  { yearsOfExperience }: Resume,
  { weight, hard, minimum, full }: ScreeningRules['years'],
): RuleResult {
  const short = yearsOfExperience < minimum
  const share = yearsOfExperience >= full ? 1 : full > minimum ? (yearsOfExperience - minimum) / (full - minimum) : 0
  return {
    rule: 'years',
    earned: short ? 0 : weight * share,
    of: weight,
    missingHard: hard && short,
    matched: [],
    reason: short ? texts.yearsShort(minimum) : texts.years(yearsOfExperience),
  }
}

function judgeCertificates(
  { certificates }: Resume,
  { weight, hard, items }: ScreeningRules['certificates'],
): RuleResult {
  const found = items.flatMap(({ names, share }) => {
    const name = names.find((wanted) => certificates.some((certificate) => holds(certificate, wanted)))
    return name === undefined ? [] : [{ name, share }]
  })
  return shareResult({ rule: 'certificates', weight, hard, found })
}

function judgeKeywords(
  { experiences, selfIntroduction }: Resume,
  { weight, hard, items }: ScreeningRules['keywords'],
): RuleResult {
  const text = [
    ...experiences.flatMap(({ organisation, role, description }) => [organisation, role, description]),
    selfIntroduction,
  ].join('\n')
  const found = items.flatMap(({ words, share }) => {
    const name = words.find((word) => holds(text, word))
    return name === undefined ? [] : [{ name, share }]
  })
  return shareResult({
    rule: 'keywords',
    weight,
    hard,
    found,
  })
}

interface Shares {
  rule: 'certificates' | 'keywords'
  weight: number
  hard: boolean
  found: { name: string; share: number }[]
}

function shareResult({ rule, weight, hard, found }: Shares): RuleResult {
  const share = Math.min(
    1,
    found.reduce((sum, one) => sum + one.share, 0),
  )
  const matched = found.map(({ name }) => name)
  return {
    rule,
    earned: weight * share,
    of: weight,
    missingHard: hard && found.length === 0,
    matched,
    reason: matched.length > 0 ? texts[rule].found(matched) : texts[rule].none,
  }
}

const holds = (text: string, word: string): boolean => plain(text).includes(plain(word))
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
