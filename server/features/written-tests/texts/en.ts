import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  file: {
    unreadable: { message: 'The file cannot be read.', fix: 'Save it as CSV or .xlsx and try again.' },
    'too-many-lines': { message: 'The file has more than 20,000 lines.', fix: 'Import it in several files.' },
    'takes-too-long': {
      message: 'The file takes too long to read.',
      fix: 'Keep one sheet with the results and save it anew.',
    },
  },
  empty: {
    message: 'There are no results in the file.',
    fix: 'The first line names the columns; each line after it is one item of one person.',
  },
  missingColumn: { message: (columns) => `Missing column: ${columns}.`, fix: 'Add it to the first line.' },
  unknownColumn: { message: 'This column is not known.', fix: (columns) => `Use: ${columns}.` },
  columnTwice: { message: 'This column is there twice.', fix: 'Keep one of them.' },
  noPerson: { message: 'It does not say who.', fix: 'Give a phone number or a short code.' },
  phone: { message: 'This is no mobile number.', fix: 'It has 11 digits and begins with 1.' },
  unknown: { message: 'Nobody like this applied for this position.', fix: 'Check number, short code and position.' },
  several: {
    message: 'More than one file has this number.',
    fix: 'Give the short code from the candidate’s page instead.',
  },
  item: {
    message: 'The item has no id, or one of more than 60 characters.',
    fix: 'Every item needs an id of its own.',
  },
  itemTwice: { message: 'This person’s item is there twice.', fix: 'Keep one line.' },
  points: { message: 'Points or maximum are no number from 0 to 10,000.', fix: 'Give a number such as 2.5.' },
  tooManyPoints: { message: 'More points than the maximum.', fix: 'Check the two columns.' },
  right: { message: 'Right or wrong is not clear.', fix: 'Give right, wrong, 1 or 0, or leave it empty.' },
  kind: { message: 'The kind is not known.', fix: 'Give question, code or excel, or leave it empty.' },
  tooLong: { message: 'The text has more than 2,000 characters.', fix: 'Shorten it.' },
  tooManyItems: { message: 'One person has more than 200 items.', fix: 'Import them as several tests.' },
  tooManyPeople: { message: 'More than 500 people.', fix: 'Import them in several files.' },
}
