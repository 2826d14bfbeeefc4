import type { SameTexts } from '../../../texts/in-every-language.js'
import { listing } from '../../../texts/listing.js'
import type { zh } from './zh.js'

const list = listing('en')

export const en: SameTexts<typeof zh> = {
  tooLong: {
    message: 'The file is too large.',
    fix: 'Split it into several files.',
  },
  anotherOrganisation: {
    message: 'This file belongs to another organisation.',
    fix: 'Keep the id as it is.',
  },
  anotherFile: {
    message: 'The kind or id differs from the file being edited.',
    fix: (kind, id) => `Write kind: ${kind} and id: ${id}; use "New" to make another file.`,
  },
  sameId: {
    message: (id, path) => `The id "${id}" is also used by ${path}.`,
    fix: 'Choose another id or keep only one of the files.',
  },
  whichOrganisation: {
    message: 'It is not clear which organisation this belongs to.',
    importOne: 'Import a file of kind: organisation with it.',
    nameOne: (known) => `Say which with --org: ${list(known)}.`,
  },
  versionUsed: {
    message: (version) => `The version ${version} is already used, with different content.`,
    fix: 'Choose a new version (add one to the last number): old reports stay explained by the old one.',
  },

  forbidden: {
    message: (word, { topic, law }) =>
      `"${word}" touches on the candidate's ${topic}, which recruiting may neither ask about nor weigh (${law}).`,
    fix: 'Ask about what the job needs instead. If this is a scene with a customer, name the customer in the same sentence.',
  },
  topics: {
    marriage: { name: 'marriage', law: 'Women’s Rights Protection Law art. 43, Employment Promotion Law art. 26' },
    childbirth: { name: 'childbirth', law: 'Women’s Rights Protection Law art. 43, Employment Promotion Law art. 27' },
    gender: { name: 'gender', law: 'Employment Promotion Law art. 3 and 27' },
    ethnicity: { name: 'ethnicity', law: 'Employment Promotion Law art. 3 and 28' },
    religion: { name: 'religion', law: 'Employment Promotion Law art. 3' },
    disability: { name: 'disability', law: 'Employment Promotion Law art. 29' },
    hepatitis: { name: 'hepatitis or other carrier status', law: 'Employment Promotion Law art. 30' },
    'household-registration': {
      name: 'household registration',
      law: 'Employment Promotion Law art. 26 and 31',
    },
  },
}
