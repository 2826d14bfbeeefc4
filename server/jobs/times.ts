/** When jobs run, and how many at once in one process. */
/** Real time, also while the simulated one runs faster. */
export const lookEveryMs = 1_000
export const everySecond = '* * * * * *'
/** Off the full minute, when everybody else sends. */
export const everyMinute = '20 * * * * *'
/** Each lane claims one thing at a time; while one waits for the store or a platform, another works. */
export const lanes = 6
/** Platforms answer far slower than the store. */
export const platformLanes = 8
