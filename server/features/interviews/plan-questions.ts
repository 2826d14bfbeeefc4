/** Turns what the bank drew into what this candidate is asked, with times and words fixed for good. */
import type { OrganisationDefaults } from '../../../shared/contracts/organisation.js'
import type { Competency, CompetencyId } from '../../../shared/contracts/question-bank.js'
import type { ChosenQuestion } from '../question-bank/index.js'
import type { PlannedQuestion } from './interview.js'
import { minThinkingSeconds } from './limits.js'

export interface QuestionPlan {
  bankVersion: string
  competencies: Pick<Competency, 'id' | 'name'>[]
  questions: ChosenQuestion[]
  defaults: Pick<OrganisationDefaults, 'thinkingSeconds' | 'answerSeconds' | 'restSeconds'>
}

/** `timeFactor` is the accommodation that was agreed with the candidate, 1 without one (E2). */
export function planQuestions(
  { competencies, questions, defaults }: QuestionPlan,
  timeFactor: number,
): PlannedQuestion[] {
  const names = new Map(competencies.map(({ id, name }) => [id, name]))
  return questions.map((chosen, index) => {
    const source = chosen.kind === 'text' ? chosen.question : chosen.template
    return {
      number: index + 1,
      sourceId: source.id,
      competencyId: source.competencyId,
      competency: nameOf(names, source.competencyId),
      ...wordsOf(chosen),
      thinkingSeconds: Math.round(
        Math.max(source.thinkingSeconds ?? defaults.thinkingSeconds, minThinkingSeconds) * timeFactor,
      ),
      answerSeconds: Math.round((source.answerSeconds ?? defaults.answerSeconds[chosen.kind]) * timeFactor),
    }
  })
}

type Words = Pick<PlannedQuestion, 'kind' | 'stem' | 'answerWith' | 'unit' | 'expected'>

function wordsOf(chosen: ChosenQuestion): Words {
  if (chosen.kind === 'text') return { kind: chosen.question.kind, stem: chosen.question.stem, answerWith: 'text' }
  const { template, variant } = chosen
  return { kind: 'numeracy', stem: variant.stem, answerWith: 'number', unit: template.unit, expected: variant.expected }
}

function nameOf(names: Map<CompetencyId, Competency['name']>, id: CompetencyId): Competency['name'] {
  const name = names.get(id)
  if (!name) throw new Error(`the question bank has no competency ${id}`)
  return name
}
