import { stateWords } from '../../../../shared/state-words/index.js'
import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  screening: stateWords.en.screening,

  openWithoutPlan: {
    message: 'The position is open but has no question bank or plan yet.',
    fix: 'Fill in questionBank and plan, or set open: false for now.',
  },
  weights: {
    message: (sum) => `The weights add up to ${sum} instead of 100.`,
    add: (points) => `Add ${points} somewhere.`,
    take: (points) => `Take ${points} off.`,
  },
  shares: {
    message: (sum) => `The shares add up to ${sum}, more than 1.`,
    fix: 'Make some of them smaller.',
  },
  order: {
    message: (low, high) => `${low} must not exceed ${high}.`,
    bound: (name, value) => `${name} (${value})`,
    fix: 'Check whether they are swapped.',
  },

  aiIsFirst: {
    message: 'The first round is the AI interview, and only the first.',
    fix: 'Set kind: ai for the first round and kind: human for all others.',
  },
  slotOfPeople: {
    message: 'The AI interview has no fixed time, so it takes no slot.',
    fix: 'Move the slot to a round with interviewers.',
  },
  invitationIsFirst: {
    message: 'The invitation is sent for the first round, and only for it.',
    fix: 'Use entered: invitation in the first round, next-round or nothing in the others.',
  },
  idsDiffer: {
    message: 'This id is already taken.',
    fix: 'Give every round its own id; screening is the name of the step before.',
  },
  entryAfterAi: {
    message: 'Only the round after the AI interview can have an entry rule.',
    fix: 'Remove it, or move it to the second round.',
  },
  unweighed: {
    message: 'This position gives this competency no weight.',
    fix: 'Remove the line, or give it a weight in competencyWeights.',
  },
  whoDecides: {
    message: 'Only recruiters, HR administrators and department managers decide.',
    fix: 'List only these three in roles.',
  },
  peopleDecide: {
    message: 'A round with interviewers is decided by a person; there is no rule for it.',
    fix: 'Set by: person.',
  },
}
