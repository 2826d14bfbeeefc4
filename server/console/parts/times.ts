/** Times as staff read them: in the organisation's zone, whatever zone the browser is in. Pure. */
import type { Language } from '../../../shared/contracts/text.js'
import { spokenAs } from '../i18n/languages.js'

const minuteMs = 60_000

/** `11-22 10:19`; with the year when it is not this one. */
export function shortTime(at: string, { zone, now }: { zone: string; now: string }): string {
  const [then, today] = [partsIn(at, zone), partsIn(now, zone)]
  const day = `${then.month}-${then.day}`
  return `${then.year === today.year ? day : `${then.year}-${day}`} ${then.hour}:${then.minute}`
}

export function longTime(at: string, { zone, language }: { zone: string; language: Language }): string {
  return new Intl.DateTimeFormat(spokenAs(language).locale, {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))
}

/** What a `datetime-local` field holds for this instant, in the zone: `2026-11-30T14:00`. */
export function toField(at: string, zone: string): string {
  const { year, month, day, hour, minute } = partsIn(at, zone)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/**
 * The instant a field means in the zone; undefined when it is not a time. Of the hour that a clock change repeats, the first; of an
 * hour that it skips, the instant after the change.
 */
export function fromField(text: string, zone: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined
  const asUtc = Date.parse(`${text}:00Z`)
  if (Number.isNaN(asUtc)) return undefined
  const first = asUtc - offsetMs(asUtc, zone)
  return new Date(asUtc - offsetMs(first, zone)).toISOString()
}

function offsetMs(at: number, zone: string): number {
  const { year, month, day, hour, minute } = partsIn(new Date(at).toISOString(), zone)
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - Math.floor(at / minuteMs) * minuteMs
}

function partsIn(at: string, zone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const found = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]))
  return {
    year: found.year ?? '',
    month: found.month ?? '',
    day: found.day ?? '',
    hour: found.hour ?? '',
    minute: found.minute ?? '',
  }
}
