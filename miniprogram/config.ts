/** Numbers and addresses of the mini-program, in one place. */

/** Used when no `apiBase` comes with ext.json, which is how an organisation points its own mini-program at its own server. */
export const apiBaseByVersion = {
  develop: 'http://127.0.0.1:7300',
  trial: 'https://interview-trial.example.com',
  release: 'https://interview.example.com',
} as const

export const requestTimeoutMs = 10_000
/** Waits between tries of a request that may be repeated. */
export const retryWaitsMs = [400, 1_200] as const
/** A session is renewed when less than this is left, so that it cannot run out in the middle of a question. */
export const sessionReserveMs = 10 * 60_000

export const autosaveMs = 3_000
export const heartbeatMs = 5_000
export const clockTickMs = 500
/** The countdown turns orange. */
export const lastSecondsMs = 15_000
/** Seconds left that a screen reader is told. */
export const announcedSeconds = [60, 30, 10] as const

/** While a report is being made the status is asked often at first, then seldom. */
export const quickPollMs = 4_000
export const slowPollMs = 20_000
export const quickPolls = 30

export const maxResumeFileBytes = 256 * 1024
