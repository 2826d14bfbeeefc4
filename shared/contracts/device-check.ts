/** A phone that tries how fast it sends. Long enough that a slow network shows, short enough for a metered one. */
export const maxTrialBytes = 256 * 1024
