import type { SameTexts } from '../../texts/in-every-language.js'
import { listing } from '../../texts/listing.js'
import type { zh } from './zh.js'

const list = listing('en')

export const en: SameTexts<typeof zh> = {
  missing: {
    message: 'There is no such file or folder.',
    fix: 'Check the path.',
  },
  emptyFolder: {
    message: 'The folder contains no .yaml file.',
    fix: 'Check the path.',
  },
  tooLarge: {
    message: 'The file is larger than 1 MB.',
    fix: 'Split it into several files.',
  },
  takesTooLong: {
    message: 'The file takes too long to read.',
    fix: 'Make it shorter, or split it into several files.',
  },
  unreadable: {
    message: 'The text encoding of the file is not known.',
    fix: 'Save it as UTF-8 in your editor.',
  },
  notYaml: {
    message: (detail) => `The YAML cannot be read here (${detail}).`,
    fix: 'Check the indentation, the space after each colon, and that quotes and brackets are closed, on this line and the one before.',
  },
  unknownKind: {
    message: 'The file does not say what kind it is.',
    fix: (kinds) => `Begin it with kind: followed by one of these: ${list(kinds)}.`,
  },
  idTwice: {
    message: (id) => `The id "${id}" is used twice.`,
    fix: 'Choose another id.',
  },

  named: (name) => `"${name}"`,
  wholeFile: 'the file',
  types: {
    string: 'text',
    number: 'a number',
    integer: 'a whole number',
    boolean: 'true or false',
    array: 'a list (each item begins with "- ")',
    object: 'a group of "name: value"',
  },
  required: {
    message: (_where, property) => `"${property}" is missing here.`,
    fix: 'Add it.',
  },
  unknown: {
    message: (property) => `"${property}" is not known here.`,
    fix: 'Check its spelling or remove the line.',
  },
  type: {
    message: (_where, type) => `This must be ${type}.`,
    fix: 'Write it that way.',
  },
  oneOf: {
    message: () => 'This value is not one of those allowed.',
    fix: (allowed) => `Choose one of: ${allowed}.`,
  },
  constant: {
    message: (_where, allowed) => `This can only be "${allowed}".`,
    fix: 'Write exactly that.',
  },
  atLeast: {
    message: (_where, limit) => `This must be at least ${limit}.`,
    fix: 'Make it larger.',
  },
  moreThan: {
    message: (_where, limit) => `This must be greater than ${limit}.`,
    fix: 'Make it larger.',
  },
  atMost: {
    message: (_where, limit) => `This must be at most ${limit}.`,
    fix: 'Make it smaller.',
  },
  tooShort: {
    message: (_where, limit) => `This is too short: at least ${limit} characters.`,
    fix: 'Write more.',
  },
  tooLong: {
    message: (_where, limit) => `This is too long: at most ${limit} characters.`,
    fix: 'Shorten it.',
  },
  tooFew: {
    message: (_where, limit) => `This list needs at least ${limit} items.`,
    fix: 'Add what is missing.',
  },
  tooMany: {
    message: (_where, limit) => `This list takes at most ${limit} items.`,
    fix: 'Remove some.',
  },
  repeated: {
    message: () => 'This list repeats an item.',
    fix: 'Remove the repeated one.',
  },
  pattern: {
    message: () => 'This is not in the expected form.',
    fix: (pattern) =>
      `Ids take lower-case letters, digits and hyphens; a colour is #0052d9, a time of day 22:00 (rule ${pattern}).`,
  },
  format: {
    message: (_where, format) => `This is not a valid ${format}.`,
    fix: 'Write a date and time as 2026-12-01T14:00:00+08:00.',
  },
  otherRule: (rule) => `Not as required: ${rule}.`,
  noAdvice: '',
}
