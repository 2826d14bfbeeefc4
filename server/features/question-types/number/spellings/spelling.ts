import type { Bilingual } from '../../../../../shared/contracts/text.js'

/** How people write one right number, what is another number or unit, and what only a person can judge. */
export interface Spellings {
  unit: Bilingual
  expected: number
  decimals: number
  right: string[]
  wrong: string[]
  person: string[]
}

export const yuan: Bilingual = { zh: '元', en: 'yuan' }
export const tenThousandYuan: Bilingual = { zh: '万元', en: 'ten thousand yuan' }
export const percent: Bilingual = { zh: '%', en: '%' }
export const minutes: Bilingual = { zh: '分钟', en: 'minutes' }
export const hours: Bilingual = { zh: '小时', en: 'hours' }
export const days: Bilingual = { zh: '天', en: 'days' }
export const notes: Bilingual = { zh: '张', en: 'notes' }
export const times: Bilingual = { zh: '倍', en: 'times' }
