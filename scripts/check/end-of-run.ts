/** A test process always ends: what a test left open is named and closed by force, and the run has failed. */
import { writeSync } from 'node:fs'
import { killChildren, openHandles } from './open-handles.js'

const graceMs = Number(process.env.TEST_END_GRACE_MS ?? 10_000)

/** To be called when the last test is over; the process has this long to end by itself. */
export function endSoon(): void {
  setTimeout(endNow, graceMs).unref()
}

function endNow(): void {
  const open = openHandles()
  const lines = open.length > 0 ? open : [`only Node knows: ${process.getActiveResourcesInfo().join(', ')}`]
  const text = `The tests are over, but ${graceMs / 1000} s later something still keeps their process open:\n`
  writeSync(process.stderr.fd, `${text}${lines.map((line) => `  ${line}\n`).join('')}`)
  killChildren()
  // mocha sets the code to the number of failures while exiting; this one comes after it
  process.on('exit', () => {
    process.exitCode = Math.max(1, Number(process.exitCode ?? 0))
  })
  process.exit(1)
}
