/** Durations in milliseconds, and moments that are so many hours later. Pure. */
export const hours = (count: number): number => count * 3_600_000

export const hoursAfter = (moment: Date, count: number): Date => new Date(moment.getTime() + hours(count))
