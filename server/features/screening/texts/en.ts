import type { SameTexts } from '../../../texts/in-every-language.js'
import { listing } from '../../../texts/listing.js'
import type { zh } from './zh.js'

const list = listing('en')
const years = (count: number): string => (count === 1 ? '1 year' : `${count} years`)

export const en: SameTexts<typeof zh> = {
  degrees: {
    'high-school': 'high school',
    associate: 'an associate degree',
    bachelor: 'a bachelor’s degree',
    master: 'a master’s degree',
    doctor: 'a doctorate',
  },
  degreeMet: (wanted) => `Has ${wanted} or higher`,
  degreeMissed: (wanted, found) => `Requires ${wanted}; the résumé says ${found}`,
  majorFits: (major) => `Related major: ${major}`,
  majorOutside: 'The major is not among the listed fields',
  yearsShort: (minimum) => `Less than ${years(minimum)} of experience`,
  years: (count) => `${years(count)} of experience`,
  certificates: {
    found: (names) => `Certificates: ${list(names)}`,
    none: 'None of the listed certificates',
  },
  keywords: {
    found: (words) => `In the experience: ${list(words)}`,
    none: 'None of the listed keywords in the experience',
  },
}
