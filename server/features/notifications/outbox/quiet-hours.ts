/** Hours in which reminders and bulk sends wait, in the organisation's own zone. Pure. */
import { DateTime } from 'luxon'

export interface QuietHours {
  /** `HH:mm`; a span over midnight is usual. Equal ends mean none. */
  from: string
  to: string
}

/** What follows the candidate's own action within this time is exempt. */
export const exemptMs = 30 * 60_000

/** The end of the quiet hours that `now` lies in, or undefined outside of them. */
export function quietUntil(now: Date, zone: string, { from, to }: QuietHours): Date | undefined {
  const here = DateTime.fromJSDate(now, { zone })
  if (from === to || !isWithin(here.toFormat('HH:mm'), from, to)) return undefined

  const [hour, minute] = to.split(':').map(Number) as [number, number]
  const endToday = here.set({ hour, minute, second: 0, millisecond: 0 })
  return (endToday > here ? endToday : endToday.plus({ days: 1 })).toJSDate()
}

/** `HH:mm` texts sort like times. */
function isWithin(time: string, from: string, to: string): boolean {
  return from < to ? time >= from && time < to : time >= from || time < to
}
