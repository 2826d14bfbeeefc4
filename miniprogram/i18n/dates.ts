/**
 * Dates as the organisation's clock shows them. `Intl` is thin or missing on real phones, so known zones without summer
 * time are fixed offsets here; an unknown zone falls back to the first one, Asia/Shanghai, and names no time wrongly by more
 * than the zones differ. A zone with summer time needs the server to send its offset.
 */
import type { Language } from '../../shared/contracts/text.js'
import { textsOf } from './texts.js'

const hoursEastOfGreenwich: Record<string, number> = {
  'Asia/Shanghai': 8,
  'Asia/Hong_Kong': 8,
  'Asia/Macau': 8,
  'Asia/Taipei': 8,
  'Asia/Singapore': 8,
  'Asia/Urumqi': 6,
  'Asia/Tokyo': 9,
  'Etc/UTC': 0,
  UTC: 0,
}

interface Parts {
  year: number
  month: number
  day: number
  clock: string
}

function partsOf(ms: number, zone: string): Parts {
  const local = new Date(ms + (hoursEastOfGreenwich[zone] ?? 8) * 3_600_000)
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    clock: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}`,
  }
}

const sameDay = (a: Parts, b: Parts) => a.year === b.year && a.month === b.month && a.day === b.day

export interface DateFormat {
  /** 11 月 28 日 18:00 */
  dayAndTime(at: string): string
  /** 今天 10:11, else with the day; a year only when it is another one. */
  relative(at: string, nowMs: number): string
  /** 10:21 today, else with the day: for a sentence that has its own words around it. */
  short(at: string, nowMs: number): string
  /** 2026-11-22 */
  day(at: string): string
}

export function dateFormat(language: Language, zone: string): DateFormat {
  const { calendar } = textsOf(language)
  const dayAndTime = (at: string) => {
    const parts = partsOf(Date.parse(at), zone)
    return `${calendar.dayOfMonth(parts.month, parts.day)} ${parts.clock}`
  }

  const isToday = (at: string, nowMs: number) => sameDay(partsOf(Date.parse(at), zone), partsOf(nowMs, zone))

  return {
    dayAndTime,
    short: (at, nowMs) => (isToday(at, nowMs) ? partsOf(Date.parse(at), zone).clock : dayAndTime(at)),
    relative(at, nowMs) {
      const parts = partsOf(Date.parse(at), zone)
      const today = partsOf(nowMs, zone)
      if (isToday(at, nowMs)) return `${calendar.today} ${parts.clock}`
      if (parts.year === today.year) return dayAndTime(at)
      return `${parts.year}-${String(parts.month).padStart(2, '0')}-${String(parts.day).padStart(2, '0')} ${parts.clock}`
    },
    day(at) {
      const { year, month, day } = partsOf(Date.parse(at), zone)
      return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    },
  }
}
