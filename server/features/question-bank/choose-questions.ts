import type { CoreTag, PlanPlace, PositionFile } from '../../../shared/contracts/positions.js'
import { formsOfBank, seededPick, type Asked, type Form, type FormLists } from '../question-types/index.js'
import { freePlaces } from './free-places.js'
import { timesAsked, type Exposures } from './exposures.js'
import type { WhyAsked } from './why-asked.js'

interface ChosenQuestion {
  form: Form
  asked: Asked
  why: WhyAsked
}

interface ChooseQuestions {
  position: Pick<PositionFile, 'id' | 'questionsOf' | 'plan' | 'competencyWeights'>
  bank: FormLists
  /** An interview's own secret-free id. */
  seed: string
  /** Core tags of the position that the résumé lacks. */
  lacking?: readonly CoreTag[]
  exposures?: Exposures
  /** Ids of what this person was asked before, in whichever interview. */
  askedBefore?: ReadonlySet<string>
}

/**
 * Draws one question of each place of the plan, in its order; a group named twice gives two different ones. The same input gives the
 * same questions. The import has checked that every group is large enough, so running out is a fault of ours.
 */
export function chooseQuestions(input: ChooseQuestions): ChosenQuestion[] {
  const { position, bank, seed, lacking = [] } = input
  const competencyOf = (formGroup: string) => formsOf({ position, bank, formGroup })[0]?.competencyId
  const places = freePlaces(position, lacking, competencyOf)
  const taken = new Set<string>()

  return places.map(({ formGroup, ...place }, index) => {
    const all = formsOf({ position, bank, formGroup })
    const drawn = draw(all, { ...input, taken, label: `${formGroup}/${index}` })
    if (!drawn) throw new Error(`form group ${formGroup} has no question left for ${position.id}`)
    const { form, ...why } = drawn
    taken.add(form.id)

    const weight = position.competencyWeights[form.competencyId]
    return { form, asked: form.ask(seed), why: { sourceId: form.id, weight, among: all.length, ...why, ...place } }
  })
}

type Draw = Pick<ChooseQuestions, 'seed' | 'exposures' | 'askedBefore'> & {
  taken: ReadonlySet<string>
  label: string
}

/** Never again what this person has had, as long as there is something else; of that what was asked least (E9), by the seed among equals. */
function draw(forms: readonly Form[], { seed, exposures = {}, askedBefore = new Set(), taken, label }: Draw) {
  const left = forms.filter(({ id }) => !taken.has(id))
  const fresh = left.filter(({ id }) => !askedBefore.has(id))
  const open = fresh.length > 0 ? fresh : left
  const least = Math.min(...open.map((form) => timesAsked(exposures, form)))
  const equals = open.filter((form) => timesAsked(exposures, form) === least)
  const form = equals[seededPick(seed, label, Math.max(equals.length, 1))]
  return form && { form, timesAsked: least, ...(fresh.length === 0 && { again: true }) }
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

/** Every group that a place may go to. */
export const groupsOf = ({ formGroup, or = [] }: PlanPlace): string[] => [formGroup, ...or]
