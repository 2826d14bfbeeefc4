/** Moments as the page shows them: in the organisation's zone, whatever the browser's is. */
const zone = 'Asia/Shanghai'
const dayMs = 86_400_000

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', ...options })
const clock = format({ hour: '2-digit', minute: '2-digit' })
const clockWithSeconds = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const monthAndDay = format({ month: '2-digit', day: '2-digit' })
const day = format({ year: 'numeric', month: '2-digit', day: '2-digit' })

type Moment = string | number

export const hourAndMinute = (at: Moment): string => clock.format(new Date(at))
export const withSeconds = (at: Moment): string => clockWithSeconds.format(new Date(at))
export const dayAndTime = (at: Moment): string => `${monthAndDay.format(new Date(at))} ${hourAndMinute(at)}`

/** "今天 09:40", "昨天 …", else the date; `now` is simulated time. */
export function friendlyTime(at: Moment, now: number, words: { today: string; yesterday: string }): string {
  const that = day.format(new Date(at))
  if (that === day.format(new Date(now))) return `${words.today} ${hourAndMinute(at)}`
  if (that === day.format(new Date(now - dayMs))) return `${words.yesterday} ${hourAndMinute(at)}`
  return dayAndTime(at)
}

export const sameDay = (a: Moment, b: Moment): boolean => day.format(new Date(a)) === day.format(new Date(b))
