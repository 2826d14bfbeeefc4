/** Server time, the only time that counts. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
