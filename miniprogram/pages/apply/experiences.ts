/** The list of what somebody has done so far: entries are added, filled in and taken away. Pure. */
import type { Texts } from '../../i18n/texts.js'
import type { ApplyState } from './apply-state.js'
import { faultyExperiences, type ExperienceForm } from './resume-fields.js'

export type ExperienceField = Exclude<keyof ExperienceForm, 'id'>

const blank: Omit<ExperienceForm, 'id'> = { organisation: '', role: '', from: '', to: '', description: '' }

const withExperiences = (state: ApplyState, experiences: ExperienceForm[]): ApplyState => ({
  ...state,
  form: { ...state.form, experiences },
  faults: state.faults.filter((fault) => fault !== 'experiences'),
  failure: '',
})

export function experienceAdded(state: ApplyState): ApplyState {
  const { experiences } = state.form
  const id = 1 + Math.max(-1, ...experiences.map((one) => one.id))
  return withExperiences(state, [...experiences, { id, ...blank }])
}

export const experienceRemoved = (state: ApplyState, id: number): ApplyState =>
  withExperiences(
    state,
    state.form.experiences.filter((one) => one.id !== id),
  )

export const experienceEdited = (state: ApplyState, id: number, change: Partial<ExperienceForm>): ApplyState =>
  withExperiences(
    state,
    state.form.experiences.map((one) => (one.id === id ? { ...one, ...change } : one)),
  )

/** Changes only as entries come and go: what is in the inputs is set then, and never while somebody types. */
export interface ExperienceEntry {
  id: number
  heading: string
  start: Omit<ExperienceForm, 'id'>
}

/** Beside each entry, at the same place in its list. */
export interface ExperienceView {
  from: string
  to: string
  fromShown: string
  toShown: string
  fromSpoken: string
  toSpoken: string
  isFaulty: boolean
}

export const experienceEntries = (
  { form }: ApplyState,
  start: readonly ExperienceForm[],
  { apply: { oneExperience } }: Texts,
): ExperienceEntry[] =>
  form.experiences.map(({ id }, index) => {
    const { id: _id, ...began } = start.find((one) => one.id === id) ?? { id, ...blank }
    return { id, heading: oneExperience.heading(index + 1), start: began }
  })

export function experienceViews(
  { form, faults }: ApplyState,
  { apply: { oneExperience: words } }: Texts,
): ExperienceView[] {
  const faulty = faults.includes('experiences') ? faultyExperiences(form) : []
  return form.experiences.map(({ id, from, to }) => {
    const [fromShown, toShown] = [from || words.monthEmpty, to || words.untilNow]
    return {
      ...{ from, to, fromShown, toShown },
      fromSpoken: `${words.from} ${fromShown}`,
      toSpoken: `${words.to} ${toShown}`,
      isFaulty: faulty.includes(id),
    }
  })
}
