/** How often the questions of a group were given to somebody, and which of them more often than the organisation wants (E9). Pure. */
import type { QuestionGroup } from '../../../shared/contracts/position-form.js'
import { timesAsked, type Exposures } from '../question-bank/index.js'
import type { Form } from '../question-types/index.js'

/** Fewer say nothing about a share. */
const leastToJudge = 10
export const usualMostPercent = 50

export function exposureOfGroup(
  forms: readonly Pick<Form, 'id' | 'stem'>[],
  exposures: Exposures,
  mostPercent: number,
): NonNullable<QuestionGroup['exposure']> {
  const all = forms.reduce((sum, form) => sum + timesAsked(exposures, form), 0)
  return forms.map((form) => {
    const times = timesAsked(exposures, form)
    const percent = all === 0 ? undefined : Math.round((times / all) * 100)
    return {
      id: form.id,
      stem: form.stem,
      times,
      ...(percent !== undefined && { percent }),
      tooOften: all >= leastToJudge && (times / all) * 100 > mostPercent,
    }
  })
}
