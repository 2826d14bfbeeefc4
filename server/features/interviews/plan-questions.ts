/** Turns what the bank drew into what this candidate is asked, with times and words fixed for good. */
import { usualRecordedSeconds, type RecordedWay } from '../../../shared/contracts/answer-modes.js'
import type { OrganisationDefaults } from '../../../shared/contracts/organisation.js'
import type { Competency, CompetencyId } from '../../../shared/contracts/question-bank.js'
import type { Asked, Form } from '../question-types/index.js'
import type { WhyAsked } from '../question-bank/index.js'
import type { PlannedQuestion } from './interview.js'
import { followUpAnswerSeconds, minThinkingSeconds } from './limits.js'

export interface QuestionPlan {
  bankVersion: string
  competencies: Pick<Competency, 'id' | 'name'>[]
  questions: { form: Drawn; asked: Asked; why: WhyAsked }[]
  /** What counts how often each of them is given to somebody. */
  exposure: { bankId: string; keys: string[] }
  defaults: Pick<OrganisationDefaults, 'thinkingSeconds' | 'answerSeconds' | 'restSeconds'>
  /** Plainer wordings are offered to whoever is silent for so long; absent: only to whoever asks. */
  simplerAfterSeconds?: number
  /** Beside writing, for this candidate. */
  recorded?: { ways: readonly RecordedWay[]; takes: number }
}

type Drawn = Pick<Form, 'id' | 'competencyId' | 'answerWith' | 'thinkingSeconds' | 'answerSeconds'>

/** `timeFactor` is the accommodation that was agreed with the candidate, 1 without one (E2). */
export function planQuestions(
  { competencies, questions, defaults, recorded }: QuestionPlan,
  timeFactor: number,
): PlannedQuestion[] {
  const names = new Map(competencies.map(({ id, name }) => [id, name]))
  const seconds = (own: number | undefined, usual: number) => Math.round((own ?? usual) * timeFactor)
  return questions.map(({ form, asked: { mayFollow, ...asked } }, index) => ({
    number: index + 1,
    sourceId: form.id,
    competencyId: form.competencyId,
    competency: nameOf(names, form.competencyId),
    answerWith: form.answerWith,
    ...asked,
    thinkingSeconds: seconds(undefined, Math.max(form.thinkingSeconds ?? defaults.thinkingSeconds, minThinkingSeconds)),
    answerSeconds: seconds(form.answerSeconds, defaults.answerSeconds[form.answerWith]),
    ...(form.answerWith === 'text' && recorded && recordedAs(recorded, defaults, timeFactor)),
    ...(mayFollow && {
      mayFollow: mayFollow.map(({ answerSeconds }) => ({
        thinkingSeconds: seconds(undefined, minThinkingSeconds),
        answerSeconds: seconds(answerSeconds, followUpAnswerSeconds),
      })),
    }),
  }))
}

/** Numbers are typed: a spoken one would have to be written down before it could be marked. */
function recordedAs(
  { ways, takes }: NonNullable<QuestionPlan['recorded']>,
  { answerSeconds }: QuestionPlan['defaults'],
  timeFactor: number,
): Pick<PlannedQuestion, 'otherWays' | 'takes'> {
  if (ways.length === 0) return {}
  const secondsOf = (way: RecordedWay) => Math.round((answerSeconds[way] ?? usualRecordedSeconds) * timeFactor)
  return { otherWays: ways.map((answerWith) => ({ answerWith, answerSeconds: secondsOf(answerWith) })), takes }
}

function nameOf(names: Map<CompetencyId, Competency['name']>, id: CompetencyId): Competency['name'] {
  const name = names.get(id)
  if (!name) throw new Error(`the question bank has no competency ${id}`)
  return name
}
