import type { PositionFile } from '../../../shared/contracts/positions.js'
import { formsOfBank, seededPick, type Asked, type Form, type FormLists } from '../question-types/index.js'

interface ChosenQuestion {
  form: Form
  asked: Asked
}

interface ChooseQuestions {
  position: Pick<PositionFile, 'id' | 'questionsOf' | 'plan'>
  bank: FormLists
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

    return { form, asked: form.ask(seed) }
  })
}

interface Place {
  position: Pick<PositionFile, 'id' | 'questionsOf'>
  bank: FormLists
  formGroup: string
}

/** What may be drawn for one place of a plan. */
export const formsOf = ({ position, bank, formGroup }: Place): Form[] =>
  formsOfBank(bank).filter((form) => form.formGroup === formGroup && form.positionIds.includes(questionsOf(position)))

/** Whose questions a position asks. */
export const questionsOf = ({ id, questionsOf: model }: Place['position']): string => model ?? id
