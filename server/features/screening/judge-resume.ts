/**
 * Holds a résumé against a position's rules (R3). Pure: the same résumé and rules give the same judgement, with its reasons.
 * Nothing here knows a name, an age or a gender. A missing hard requirement proposes a decline; it never declines anybody (C3).
 */
import type { ScreeningRules } from '../../../shared/contracts/positions.js'
import { degrees, type Resume } from '../../../shared/contracts/talent.js'
import type { Bilingual } from '../../../shared/contracts/text.js'

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

const degreeNames: Record<Resume['education']['degree'], Bilingual> = {
  'high-school': { zh: '高中或中专', en: 'high school' },
  associate: { zh: '大专', en: 'an associate degree' },
  bachelor: { zh: '本科', en: 'a bachelor’s degree' },
  master: { zh: '硕士', en: 'a master’s degree' },
  doctor: { zh: '博士', en: 'a doctorate' },
}

function judgeEducation({ education }: Resume, { weight, minimum, hard }: ScreeningRules['education']): RuleResult {
  const met = degrees.indexOf(education.degree) >= degrees.indexOf(minimum)
  const wanted = degreeNames[minimum]
  return {
    rule: 'education',
    earned: met ? weight : 0,
    of: weight,
    missingHard: hard && !met,
    matched: met ? [education.degree] : [],
    reason: met
      ? { zh: `学历达到${wanted.zh}`, en: `Has ${wanted.en} or higher` }
      : {
          zh: `要求${wanted.zh}，简历为${degreeNames[education.degree].zh}`,
          en: `Needs ${wanted.en}; the résumé says ${degreeNames[education.degree].en}`,
        },
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
    reason: best
      ? { zh: `专业相关：${best.found}`, en: `Related major: ${best.found}` }
      : { zh: '专业不在对口范围', en: 'The major is outside the listed fields' },
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
    reason: short
      ? { zh: `经验不足 ${minimum} 年`, en: `Fewer than ${minimum} years of experience` }
      : { zh: `经验 ${yearsOfExperience} 年`, en: `${yearsOfExperience} years of experience` },
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
  return shareResult({ rule: 'certificates', weight, hard, found, kind: { zh: '证书', en: 'Certificates' } })
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
    kind: { zh: '经历关键词', en: 'Words in the experience' },
  })
}

interface Shares {
  rule: ScreeningRule
  weight: number
  hard: boolean
  found: { name: string; share: number }[]
  kind: Bilingual
}

function shareResult({ rule, weight, hard, found, kind }: Shares): RuleResult {
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
    reason:
      matched.length > 0
        ? { zh: `${kind.zh}：${matched.join('、')}`, en: `${kind.en}: ${matched.join(', ')}` }
        : { zh: `没有找到要求的${kind.zh}`, en: `${kind.en}: none of the listed ones` },
  }
}

const holds = (text: string, word: string): boolean => plain(text).includes(plain(word))
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
