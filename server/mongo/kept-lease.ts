/** A lease that is renewed for as long as it is needed, and knows when it was lost. */
import type { LeaseStore } from './lease-store.js'
import type { Clock } from '../ports/clock.js'

export class LeaseLost extends Error {}

export interface KeptLease {
  /** Throws once another process may have taken over. */
  refuseLost(): void
  give(): Promise<void>
}

interface Wanted {
  leases: Pick<LeaseStore, 'take' | 'give'>
  clock: Clock
  name: string
  holder: string
  leaseMs: number
}

/** Undefined while another process holds it. */
export async function keptLease({ leases, clock, name, holder, leaseMs }: Wanted): Promise<KeptLease | undefined> {
  let heldUntil = 0
  let isLost = false

  /** Counted from before the store was asked, so that we never believe in it for longer than the others do. */
  async function take(): Promise<boolean> {
    const now = clock.now()
    const until = new Date(now.getTime() + leaseMs)
    const taken = await leases.take(name, { holder, now, until })
    if (taken) heldUntil = until.getTime()
    return taken
  }

  if (!(await take())) return undefined
  const renewal = setInterval(
    () =>
      void take().then(
        (taken) => {
          isLost ||= !taken
        },
        () => {}, // the store is away: tried again, until the lease has run out
      ),
    leaseMs / 3,
  )

  return {
    refuseLost() {
      if (isLost || clock.now().getTime() >= heldUntil)
        throw new LeaseLost(`the lease ${name} was lost: another process may hold it now`)
    },
    async give() {
      clearInterval(renewal)
      if (!isLost) await leases.give(name, { holder, now: clock.now() })
    },
  }
}
