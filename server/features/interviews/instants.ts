/** The two things the rules do with points in time. */
export const plusMs = (at: Date, ms: number): Date => new Date(at.getTime() + ms)
export const msBetween = (from: Date, to: Date): number => to.getTime() - from.getTime()
export const later = (one: Date, other: Date | undefined): Date => (other && other > one ? other : one)
