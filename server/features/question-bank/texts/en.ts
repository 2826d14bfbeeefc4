import type { SameTexts } from '../../../texts/in-every-language.js'
import { listing } from '../../../texts/listing.js'
import type { zh } from './zh.js'

const list = listing('en')

export const en: SameTexts<typeof zh> = {
  title: (id) => `Question bank ${id}`,
  positionBreaks: (position, why) => `The position ${position} in force would break: ${why}`,
  versionBegins: {
    message: (id) => `The version must begin with "${id}-".`,
    fix: (id) => `For example ${id}-2026.1.`,
  },
  undescribed: {
    message: (competency) => `This bank does not describe the competency "${competency}".`,
    fix: 'Add it with its five anchors under competencies, or use one that is there.',
  },
  unequalForms: {
    message: (group, { one, other }) =>
      `Questions in "${group}" replace each other, but this one is (${one}) and the one before (${other}).`,
    fix: 'Make competency, kind, number of turns, pressure and times equal, or choose another formGroup.',
  },

  actTooShort: {
    message: (term) => `The act "${term}" is one character without a what: it would be found everywhere.`,
    fix: 'Write more of it, or add what: what it is done to.',
  },
  actEmpty: {
    message: (term) => `"${term}" has no words to compare.`,
    fix: 'Write some, or remove it.',
  },
  actTwice: {
    message: (term) => `"${term}" stands twice in one row.`,
    fix: 'Remove one.',
  },
  actTakenBack: {
    message: (term) => `"${term}" is under not as well, so this act would never be found.`,
    fix: 'Remove it from one of the rows.',
  },

  turnPoint: {
    message: (point) => `This turn goes by the point "${point}", which the question does not have.`,
    fix: (points) => `Its points are ${list(points)}.`,
  },
  turnNeverEnds: {
    message: 'The last reply of this turn has a when, so some answers would get no reply.',
    fix: 'Add a last reply without a when, which fits every answer.',
  },
  turnNeverSaid: {
    message: 'This reply has no when and fits every answer, so those behind it are never said.',
    fix: 'Give it a when, or make it the last one.',
  },

  modeMissing: {
    message: (mode) => `These questions are answered by ${mode}, which answerModes does not list.`,
    fix: (mode) => `Add ${mode} to answerModes.`,
  },
  tooFew: {
    message: (bank, { group, position }) =>
      `The bank ${bank} does not have enough questions in "${group}" for ${position}.`,
    fix: (groups, position) =>
      `Available groups: ${list(groups)}. The questions' positionIds must include ${position}.`,
  },
  neverAsked: {
    message: (competency) => `The plan never asks about "${competency}", so nobody could reach this minimum.`,
    fix: 'Add a group for it to the plan, or remove the line.',
  },
  neverScored: {
    message: (competency, weight) =>
      `The plan asks nothing about “${competency}”; its weight of ${weight} is never scored.`,
    fix: 'Add a question group for it to the plan, or set it to 0 and give its weight to others.',
  },
  unlikePlace: {
    message: (formGroup, { group, make, other }) =>
      `This place is free, and everybody should get the same kind of question with the same time, but "${formGroup}" is (${make}) and "${group}" has (${other}).`,
    fix: 'List under or only groups of the same kind, turns, pressure and times.',
  },
  tagNeverAsked: {
    message: (tag, competency) =>
      `No free place can ask about "${competency}", so lacking the tag "${tag}" would change nothing.`,
    fix: 'Give a place of the plan an or with a group that asks about it, or take the tag out.',
  },
  noBank: {
    message: (id) => `There is no question bank "${id}".`,
    fix: 'Check its id, or import the bank together with the position.',
  },
}
