/**
 * Every field that a position may have, how the form shows it and what it is called there; a star stands for a place in a list or
 * a competency. A test holds this table against the contract. Pure.
 */

export type FieldKind =
  | 'text'
  | 'flag'
  | 'number'
  /** Kept as a part of 1, shown as percent. */
  | 'share'
  | 'words'
  | 'degree'
  | 'modes'
  | 'roles'
  | 'decidesBy'
  | 'sends'
  | 'time'
  | 'group'
  | 'plain'

export const fields = {
  title: 'text',
  department: 'text',
  city: 'text',
  open: 'flag',
  summary: 'text',
  'duties.*': 'text',
  'requirements.*': 'text',
  'competencyWeights.*': 'number',
  questionBank: 'plain',
  questionsOf: 'plain',
  'plan.*.formGroup': 'group',
  'plan.*.or': 'words',
  answerModes: 'modes',
  retakes: 'number',
  minutes: 'number',
  'bring.*': 'text',
  'notes.*': 'text',
  seenBy: 'text',
  'screening.thresholds.pass': 'number',
  'screening.thresholds.borderline': 'number',
  'screening.education.weight': 'number',
  'screening.education.minimum': 'degree',
  'screening.education.hard': 'flag',
  'screening.majors.weight': 'number',
  'screening.majors.hard': 'flag',
  'screening.majors.groups.*.names': 'words',
  'screening.majors.groups.*.match': 'share',
  'screening.majors.otherwise': 'share',
  'screening.years.weight': 'number',
  'screening.years.hard': 'flag',
  'screening.years.minimum': 'number',
  'screening.years.full': 'number',
  'screening.certificates.weight': 'number',
  'screening.certificates.hard': 'flag',
  'screening.certificates.items.*.names': 'words',
  'screening.certificates.items.*.share': 'share',
  'screening.keywords.weight': 'number',
  'screening.keywords.hard': 'flag',
  'screening.keywords.items.*.label': 'text',
  'screening.keywords.items.*.words': 'words',
  'screening.keywords.items.*.share': 'share',
  'review.secondRaterShare': 'share',
  'simplerPrompt.offered': 'flag',
  'simplerPrompt.afterSeconds': 'number',
  'rounds.*.name': 'text',
  'rounds.*.weight': 'number',
  'rounds.*.decides.by': 'decidesBy',
  'rounds.*.decides.roles': 'roles',
  'rounds.*.entry.minTotal': 'number',
  'rounds.*.entry.competencyFloors.*': 'number',
  'rounds.*.sends.entered': 'sends',
  'rounds.*.slot.startsAt': 'time',
  'rounds.*.slot.place': 'text',
  'rounds.*.slot.contact.name': 'text',
  'rounds.*.slot.contact.phone': 'plain',
} as const satisfies Record<string, FieldKind>
export type Field = keyof typeof fields

/** What nobody changes by a form: what the file is, what others know it by, its place among others, what is looked for in résumés, and what has one value only. They stay as they are. */
export const leftAlone: readonly string[] = [
  'kind',
  'id',
  'order',
  'coreTags.*.id',
  'coreTags.*.label',
  'coreTags.*.competencyId',
  'coreTags.*.words',
  'rounds.*.id',
  'rounds.*.kind',
  'rounds.*.sends.declined',
]

const starred = /^(competencyWeights|rounds\.\*\.entry\.competencyFloors)\.[^.]+/

/** `rounds.1.entry.minTotal` is `rounds.*.entry.minTotal`. */
export const patternOf = (at: string): string =>
  at.replace(/\.\d+(?=\.|$)/g, '.*').replace(starred, (_whole, map: string) => `${map}.*`)

/** A field’s name in the texts: a dot leads into an object there. */
export const labelKey = (pattern: string): string => pattern.replaceAll('.*', '').replaceAll('.', '_')

/** Where a fault stands: at the field, at something around it, at something inside. */
export const isWithin = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(`${outer}.`)
