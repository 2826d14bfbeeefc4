/** When jobs run, and how many at once in one process. */
/** Milliseconds of real time, also while the simulated one runs faster. */
export const everySecond = 1_000
/** Off the full minute, when everybody else sends. */
export const everyMinute = '20 * * * * *'
/** Each lane claims one thing at a time; while one waits for the store or a platform, another works. */
export const lanes = 6
/** Platforms answer far slower than the store. */
export const platformLanes = 8
