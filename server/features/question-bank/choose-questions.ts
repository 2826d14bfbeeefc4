import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { NumeracyTemplate, Question, QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { makeVariant, seededPick, type Variant } from '../question-types/index.js'

export type ChosenQuestion =
  { kind: 'text'; question: Question } | { kind: 'number'; template: NumeracyTemplate; variant: Variant }

interface ChooseQuestions {
  position: Pick<PositionFile, 'id' | 'plan'>
  bank: Pick<QuestionBankFile, 'questions' | 'numeracy'>
  /** An interview's own secret-free id: the same seed gives the same questions after any crash. */
  seed: string
}

/**
 * Draws one question of each form group in the order of the plan; a group named twice gives two different ones.
 * The import has checked that every group is large enough, so running out is a fault of ours.
 */
export function chooseQuestions({ position, bank, seed }: ChooseQuestions): ChosenQuestion[] {
  const taken = new Set<string>()

  return position.plan.map(({ formGroup }, place) => {
    const left = formsOf({ position, bank, formGroup }).filter(({ id }) => !taken.has(id))
    const form = left[seededPick(seed, `${formGroup}/${place}`, Math.max(left.length, 1))]
    if (!form) throw new Error(`form group ${formGroup} has no question left for ${position.id}`)
    taken.add(form.id)

    return isTemplate(form)
      ? { kind: 'number', template: form, variant: makeVariant(form, seed) }
      : { kind: 'text', question: form }
  })
}

/** What may be drawn for one place of a plan. */
export function formsOf({
  position,
  bank,
  formGroup,
}: Omit<ChooseQuestions, 'seed' | 'position'> & {
  position: Pick<PositionFile, 'id'>
  formGroup: string
}): (Question | NumeracyTemplate)[] {
  return [...bank.questions, ...bank.numeracy].filter(
    (form) => form.formGroup === formGroup && form.positionIds.includes(position.id),
  )
}

export const isTemplate = (form: Question | NumeracyTemplate): form is NumeracyTemplate => 'calculator' in form
