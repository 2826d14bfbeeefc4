/** How the bot words things, in both languages. Pure. */
import { DateTime } from 'luxon'
import type { Bilingual, Language } from '../../../shared/contracts/text.js'
import type { Person } from './find-person.js'

export const both = (zh: string, en: string): Bilingual => ({ zh, en })

/** 王*明 A7K2（综合柜员）*/
export const nameOf = ({ maskedName, shortCode, positionTitle }: Person): Bilingual =>
  both(`${maskedName} ${shortCode}（${positionTitle.zh}）`, `${maskedName} ${shortCode} (${positionTitle.en})`)

export const shortNameOf = ({ maskedName, shortCode }: Pick<Person, 'maskedName' | 'shortCode'>): string =>
  `${maskedName} ${shortCode}`

export const timeIn = (at: Date, zone: string): string => DateTime.fromJSDate(at, { zone }).toFormat('MM-dd HH:mm')

export function lasting(ms: number): Bilingual {
  const minutes = Math.max(1, Math.floor(ms / 60_000))
  const [days, hours] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24]
  if (days > 0)
    return both(
      `${days} 天${hours > 0 ? ` ${hours} 小时` : ''}`,
      `${counted(days, 'day')}${hours > 0 ? ` ${counted(hours, 'hour')}` : ''}`,
    )
  if (hours > 0) return both(`${hours} 小时`, counted(hours, 'hour'))
  return both(`${minutes} 分钟`, counted(minutes, 'minute'))
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Joins without a full stop where the part has none. */
export const joined = (parts: readonly Bilingual[], by: Bilingual): Bilingual =>
  both(parts.map(({ zh }) => zh).join(by.zh), parts.map(({ en }) => en).join(by.en))

export const dot: Bilingual = both(' · ', ' · ')

export const markdownOf = (lines: readonly Bilingual[], language: Language): string =>
  lines.map((line) => line[language]).join('\n')
