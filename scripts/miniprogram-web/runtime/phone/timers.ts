import { onBackground, phone } from './state.js'

interface Timer {
  run: () => void
  dueAt: number
  everyMs: number | undefined
  native: number
}

/** On the clock that nobody can set, as a browser's and a phone's own timers are. */
const timers = new Map<number, Timer>()
let lastId = 0

/**
 * setTimeout and setInterval of page code. In the background the phone stops JavaScript: nothing fires, and what came due
 * meanwhile fires once when the mini-program is back in front. Page code that counts ticks is therefore wrong by hours.
 */
export const pageTimers = {
  setTimeout: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    start(() => run(...args), ms, undefined),
  setInterval: (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    start(() => run(...args), ms, Math.max(ms, 4)),
  clearTimeout: stop,
  clearInterval: stop,
}

export const pauseTimersInBackground = () =>
  onBackground((isInBackground) => {
    const all = [...timers.entries()].sort(([, a], [, b]) => a.dueAt - b.dueAt)
    for (const [id, timer] of all) {
      clearTimeout(timer.native)
      if (!isInBackground) arm(id, timer)
    }
  })

function start(run: () => void, ms: number, everyMs: number | undefined) {
  const id = ++lastId
  const timer: Timer = { run, dueAt: performance.now() + ms, everyMs, native: 0 }
  timers.set(id, timer)
  if (!phone.isInBackground) arm(id, timer)
  return id
}

function stop(id: number) {
  clearTimeout(timers.get(id)?.native)
  timers.delete(id)
}

function arm(id: number, timer: Timer) {
  timer.native = window.setTimeout(() => fire(id, timer), Math.max(0, timer.dueAt - performance.now()))
}

function fire(id: number, timer: Timer) {
  if (timer.everyMs === undefined) timers.delete(id)
  else {
    timer.dueAt = performance.now() + timer.everyMs
    arm(id, timer)
  }
  timer.run()
}
