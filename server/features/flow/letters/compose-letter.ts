/**
 * The letter to somebody who is declined (R17): thanks, what was assessed, one strength, one next step, how to appeal. Never a
 * score, and never the reviewer's own reason. Made of the rubric's and the rules' own texts. Pure.
 */
import { hoursAfter } from '../../../durations.js'
import type { Assessment, Remark } from '../../../../shared/contracts/assessment.js'
import type { OrganisationFile } from '../../../../shared/contracts/organisation.js'
import type { DeclineLetter } from '../../../../shared/contracts/staff-decisions.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import type { Judgement, RuleResult } from '../../screening/index.js'
import { texts } from '../texts/index.js'

const words = texts.letter

/** How long an appeal is open, in days from the decision. */
export const appealDays = 15

export interface LetterParts {
  positionTitle: Bilingual
  organisation: Pick<OrganisationFile, 'name' | 'hrContact'>
  decidedAt: Date
  /** Only when a résumé was declined, or when no machine scored the answers. */
  judgement?: Judgement
  /** What was scored, with consent. */
  assessment?: Assessment
  /** Questions that a person has to look at and nobody has: neither praise nor advice is taken from them. */
  unsure: readonly string[]
  /** Of what was answered in the interview, also when people read it. */
  competencies: readonly Bilingual[]
  declinedAt: 'screening' | 'interview'
}

export function composeLetter(parts: LetterParts): DeclineLetter {
  const { positionTitle, organisation, decidedAt, declinedAt, competencies } = parts
  return {
    kind: 'decline',
    positionTitle,
    decidedAt: decidedAt.toISOString(),
    opening: words.opening(positionTitle, organisation.name),
    assessed: declinedAt === 'interview' && competencies.length > 0 ? [...competencies] : resumePoints(parts.judgement),
    strength: strengthOf(parts),
    nextStep: nextStepOf(parts),
    appeal: appealTo(organisation.hrContact, decidedAt),
    closing: words.closing(organisation.name),
  }
}

function appealTo({ name, phone, email }: OrganisationFile['hrContact'], decidedAt: Date): DeclineLetter['appeal'] {
  return {
    text: words.appeal(name),
    until: hoursAfter(decidedAt, appealDays * 24).toISOString(),
    contact: email ? `${phone} · ${email}` : phone,
  }
}

/** Somebody's own words say more than a sum that came out right. */
function strengthOf(parts: LetterParts): DeclineLetter['strength'] {
  const { assessment, declinedAt, unsure } = parts
  const remarks = declinedAt === 'interview' ? sure(assessment?.highlights, unsure) : []
  const best = remarks.find(hasWords) ?? remarks[0]
  if (best) return { text: words.fromRubric(best.text), ...(best.evidence[0] && { quote: best.evidence[0].text }) }

  const matched = bestOf(parts)
  return { text: matched ? words.strengths[matched.rule](matched.matched) : words.tookPart[declinedAt] }
}

/** What the résumé is strongest in. */
const bestOf = ({ judgement }: Pick<LetterParts, 'judgement'>): RuleResult | undefined =>
  judgement?.results
    .filter((result) => result.matched.length > 0 && result.earned > 0)
    .sort((a, b) => b.earned / b.of - a.earned / a.of)[0]

const sure = (remarks: readonly Remark[] = [], unsure: readonly string[]): Remark[] =>
  remarks.filter(({ questionId }) => !unsure.includes(questionId))
const hasWords = ({ evidence }: Remark): boolean => evidence.length > 0

function nextStepOf(parts: LetterParts): Bilingual {
  const { assessment, judgement, declinedAt, unsure } = parts
  const advice = declinedAt === 'interview' ? sure(assessment?.suggestions, unsure)[0]?.text : undefined
  if (advice) return words.fromRubric(advice)
  const lost = judgement?.results
    .filter((result) => result.of > result.earned && !isHad(result))
    .sort((a, b) => b.of - b.earned - (a.of - a.earned))[0]
  return lost ? words.nextSteps[lost.rule] : words.practise
}

/** A certificate or a field of study that somebody has is not advised to them, though another would earn more. */
const isHad = ({ rule, matched }: RuleResult): boolean =>
  (rule === 'certificates' || rule === 'majors') && matched.length > 0

/** Only what counts for this position. */
function resumePoints(judgement: Judgement | undefined): Bilingual[] {
  const counted = judgement?.results.filter(({ of }) => of > 0).map(({ rule }) => words.points[rule]) ?? []
  return counted.length > 0 ? counted : [words.resume]
}
