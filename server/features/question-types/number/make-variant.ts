import type { NumeracyTemplate } from '../../../../shared/contracts/question-bank.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { eachLanguage } from '../../../texts/in-every-language.js'
import { calculations } from './calculators/index.js'
import { exact, plus, times, toDecimals, type Exact } from './exact-number.js'
import { seededPick } from '../seeded-pick.js'

export interface Variant {
  stem: Bilingual
  /** The exact answer as decimal text with the template's decimals. */
  expected: string
  /** Values as the stem shows them. */
  variables: Record<string, string>
}

export type VariableRange = NumeracyTemplate['variables'][string]

/** A template with numbers drawn by the seed: the same seed gives the same question and the same answer. */
export function makeVariant(template: NumeracyTemplate, seed: string): Variant {
  const values = Object.fromEntries(
    Object.entries(template.variables).map(([name, range]) => {
      const step = seededPick(seed, `${template.id}/${name}`, stepsOf(range))
      return [name, plus(exact(range.min), times(exact(range.step), exact(step)))]
    }),
  )

  return variantOf(template, values)
}

/** A template with given numbers. */
export function variantOf(template: NumeracyTemplate, values: Record<string, Exact>): Variant {
  const variables = Object.fromEntries(
    Object.entries(template.variables).map(([name, range]) => {
      const value = values[name]
      if (!value) throw new RangeError(`no value for ${name}`)
      return [name, grouped(toDecimals(value, decimalsOf(range)))]
    }),
  )

  return {
    stem: eachLanguage((language) => fill(template.stem[language], variables)),
    expected: toDecimals(calculations[template.calculator].compute(values), template.decimals),
    variables,
  }
}

/** How many values a range has, both ends counted. */
export function stepsOf({ min, max, step }: VariableRange): number {
  return Math.floor((max - min) / step + 1e-9) + 1
}

/** Names in braces, in order. */
export const placeholders = (stem: string) => [...stem.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '')

const fill = (stem: string, variables: Record<string, string>) =>
  stem.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) => variables[name] ?? whole)

/** A rate in steps of 0.05 reads 1.10, not 1.1. */
function decimalsOf({ min, step }: VariableRange): number {
  return Math.max(...[min, step].map((value) => exact(value).under.toString().length - 1))
}

/** Thousands apart from five digits on, as on a bank form. */
function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.')
  const apart = whole.length < 5 ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? apart : `${apart}.${fraction}`
}
