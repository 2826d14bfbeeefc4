import type { everyPage as zhEveryPage } from '../zh/every-page.js'
import { plural } from './plural.js'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

export const everyPage: typeof zhEveryPage = {
  languageName: 'English',
  labelWidth: '6.5em',
  retry: 'Try again',
  back: 'Back',
  contact: (name, phone) => `Questions? Contact ${name}, HR ${phone}`.trim(),
  interviewFacts: (minutes, questions) => `About ${minutes} min · ${plural(questions, 'question')}`,
  list: (items) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`,
  factGap: ' · ',
  colon: ': ',
  sentenceGap: ' ',

  calendar: { today: 'Today', dayOfMonth: (month, day) => `${day} ${months[month - 1] ?? ''}` },
  degrees: {
    'high-school': 'High school',
    associate: 'Associate',
    bachelor: 'Bachelor',
    master: 'Master',
    doctor: 'Doctorate',
  },
}
