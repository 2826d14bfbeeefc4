/** Where résumé and answers do not meet: worth a question in the second round, never a reason for a score. */
import type {
  CompetencyAssessment,
  ResumeFact,
  ResumeFactKind,
  ResumeHint,
} from '../../../shared/contracts/assessment.js'
import type { CompetencyId } from '../../../shared/contracts/question-bank.js'
import type { GivenAnswer } from './interview.js'
import { normalise } from './reading/normalise.js'
import { texts } from './texts/index.js'

interface HintRule {
  /** Competencies the fact makes one expect, the most telling first. */
  competencyIds: CompetencyId[]
  /** An answer that has one of these mentioned the fact. */
  mentions: string[]
}

export const hintRules: Record<ResumeFactKind, HintRule> = {
  'bank-internship': { competencyIds: ['domain', 'service'], mentions: ['实习', 'internship'] },
  'work-experience': {
    competencyIds: ['communication', 'resilience'],
    mentions: ['工作时', '上班', '单位', '公司', '以前的工作', 'at work', 'my job'],
  },
  certificate: {
    competencyIds: ['domain', 'numeracy'],
    mentions: ['证书', '资格', '考过', 'certificate', 'qualification'],
  },
  award: {
    competencyIds: ['numeracy', 'resilience'],
    mentions: ['获奖', '得奖', '比赛', '竞赛', '奖学金', 'award', 'competition'],
  },
  leadership: {
    competencyIds: ['communication', 'resilience'],
    mentions: ['带领', '组织', '负责', '学生会', '班长', '团队', 'team'],
  },
  volunteering: { competencyIds: ['service', 'communication'], mentions: ['志愿', '义工', '公益', 'volunteer'] },
}

const weakBelow = 2.6

export function resumeHints(
  facts: readonly ResumeFact[],
  competencies: readonly CompetencyAssessment[],
  answers: readonly GivenAnswer[],
): ResumeHint[] {
  const said = answers.map(({ text, toFollowUps = [] }) => normalise([text ?? '', ...toFollowUps].join('\n')).text)
  return facts.flatMap((fact) => hintFor(fact, competencies, said))
}

/** One hint a fact: a weak competency tells more than silence. */
function hintFor(
  fact: ResumeFact,
  competencies: readonly CompetencyAssessment[],
  said: readonly string[],
): ResumeHint[] {
  const { competencyIds, mentions } = hintRules[fact.kind]
  const expected = competencyIds.flatMap((id) => competencies.filter(({ competencyId }) => competencyId === id))
  const weak = expected.find(({ score }) => score !== undefined && score < weakBelow)
  if (weak)
    return [{ fact, reason: 'weak', competencyId: weak.competencyId, text: texts.hints.weak(fact.text, weak.name) }]

  const [first] = expected
  const terms = [...mentions, fact.text].map((term) => normalise(term).text)
  if (!first || said.some((answer) => terms.some((term) => answer.includes(term)))) return []
  return [
    {
      fact,
      reason: 'not-mentioned',
      competencyId: first.competencyId,
      text: texts.hints.silent(fact.text, first.name),
    },
  ]
}
