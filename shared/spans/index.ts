/** How long something lasts, in two units at most: 2 天 4 小时. On a page and in a file alike. Pure. */
import type { Bilingual } from '../contracts/text.js'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

export function spanInWords(ms: number): Bilingual {
  if (ms < minuteMs) return { zh: '1 分钟以内', en: 'less than a minute' }
  if (ms < hourMs) return counted(Math.floor(ms / minuteMs), { zh: '分钟', en: 'min' })
  if (ms < dayMs) return counted(Math.floor(ms / hourMs), { zh: '小时', en: 'h' })
  const days = counted(Math.floor(ms / dayMs), { zh: '天', en: 'd' })
  const hours = Math.floor((ms % dayMs) / hourMs)
  if (hours === 0) return days
  const rest = counted(hours, { zh: '小时', en: 'h' })
  return { zh: `${days.zh} ${rest.zh}`, en: `${days.en} ${rest.en}` }
}

/** The same, to the second below a minute. */
export const lastedInWords = (ms: number): Bilingual =>
  ms < minuteMs ? counted(Math.round(ms / 1000), { zh: '秒', en: 's' }) : spanInWords(ms)

const counted = (count: number, unit: Bilingual): Bilingual => ({
  zh: `${count} ${unit.zh}`,
  en: `${count} ${unit.en}`,
})
