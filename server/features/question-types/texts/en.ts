import type { SameTexts } from '../../../texts/in-every-language.js'
import { listing } from '../../../texts/listing.js'
import type { zh } from './zh.js'

const list = listing('en')

export const en: SameTexts<typeof zh> = {
  pointWeights: {
    message: (sum) => `The weights of the points add up to ${sum} instead of 1.`,
    fix: 'Adjust the weights of this question.',
  },
  examples: {
    message: 'A point needs at least one example at level 0.8 or above and one at level 0.',
    addFull: 'Add one at level 1, in words a candidate would use.',
    addNone: 'Add one at level 0, in words a candidate would use.',
  },

  variableNeeded: {
    message: (calculator, variable) => `"${calculator}" needs the variable ${variable}.`,
    fix: 'Add it with min, max and step.',
  },
  hiddenInStem: {
    message: (variable) => `The stem does not show the variable {${variable}}.`,
    fix: 'Put it into the stem or remove the variable.',
  },
  undefinedInStem: {
    message: (variable) => `{${variable}} in the stem is not defined.`,
    fix: (variables) => `Available variables: ${list(variables)}.`,
  },
  rangeEnds: {
    message: ({ min, max, step }) => `Steps of ${step} from ${min} never reach ${max}.`,
    fix: 'Make max equal min plus a whole number of steps.',
  },
  noPositiveAnswer: {
    message: (end) => `With every variable at its ${end}, there is no positive answer.`,
    fix: 'Check the ranges; a divisor must not be 0.',
  },
  workedExample: {
    lacks: (variables) => `The worked example lacks ${list(variables)}.`,
    differs: (claimed, computed) => `The worked example says ${claimed}, but it comes to ${computed}.`,
    fix: 'Check stem, values and unit.',
  },
}
