/** The skeleton of every job that works off a queue (ADR 003): claims until nothing is free, one claim at a time. */
import { maxAttempts } from '../mongo/claim-one.js'

interface Steps<Claimed> {
  claim: () => Promise<Claimed | null | undefined>
  /** May die between any two lines: the lease runs out, and it is done again from the start. */
  work: (claimed: Claimed) => Promise<unknown>
  /** After `maxAttempts` claims without an end: a person is told, and the claimed leaves the queue. */
  giveUp?: (claimed: Claimed) => Promise<unknown>
  /** For who can say which one it was; otherwise the run throws at its end what failed, and the runner logs it. */
  failed?: (error: unknown, claimed: Claimed) => void
}

/** One that fails holds up no other: its lease stands, so this run does not claim it again before the lease runs out. */
export async function workThrough<Claimed extends object>({
  claim,
  work,
  giveUp,
  failed,
}: Steps<Claimed>): Promise<void> {
  const failures: unknown[] = []
  for (;;) {
    const claimed = await claim()
    if (!claimed) break
    try {
      await (giveUp && attemptsOf(claimed) > maxAttempts ? giveUp(claimed) : work(claimed))
    } catch (error) {
      if (failed) failed(error, claimed)
      else failures.push(error)
    }
  }
  if (failures.length === 1) throw failures[0]
  if (failures.length > 1) throw new AggregateError(failures, `${failures.length} could not be worked on`)
}

const attemptsOf = (claimed: object): number =>
  'attempts' in claimed && typeof claimed.attempts === 'number' ? claimed.attempts : 0
