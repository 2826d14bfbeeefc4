/**
 * One look: one question to the store about all queues, then only those jobs run that have something to do (ADR 003).
 * Whoever caused the work, and whether its time has come, is read from the documents: nothing is missed that nobody announced.
 */
import type { Due } from '../mongo/claim-one.js'
import type { QueueJob } from './job-runner.js'

export type WhichAreDue = (asked: readonly { name: string; due: Due }[]) => Promise<string[]>

interface Looking {
  jobs: readonly QueueJob[]
  whichAreDue: WhichAreDue
  start: (name: string) => void
}

/** Returns whether anything was due. */
export async function lookForWork({ jobs, whichAreDue, start }: Looking): Promise<boolean> {
  const asked = jobs.map(({ name, due }) => ({ name, due: due() }))
  const due = await whichAreDue(asked)
  for (const name of due) start(name)
  return due.length > 0
}
