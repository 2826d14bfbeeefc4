/** The right to lead, as this process holds it: known to be ours until a little before it ends, and not a moment longer. */
import type { Clock } from '../../ports/clock.js'

export interface Leases {
  take(name: string, lease: { holder: string; now: Date; until: Date }): Promise<boolean>
  give(name: string, lease: { holder: string; now: Date }): Promise<void>
  isHeld(name: string, now: Date): Promise<boolean>
}

interface Options {
  leases: Leases
  /** This process, for as long as it lives. */
  holder: string
  realClock: Clock
  leaseMs: number
  renewMs: number
  /** It could not be renewed in time. */
  ended: () => void
}

/** Given up so long before it ends for others, so that two connections never overlap. */
const marginMs = 2_000
const name = 'bot-leader'

export function botLease({ leases, holder, realClock, leaseMs, renewMs, ended }: Options) {
  let takenAt: number | undefined
  let expiry: NodeJS.Timeout | undefined

  function drop(): void {
    clearTimeout(expiry)
    takenAt = undefined
  }

  return {
    drop,
    isFree: async (): Promise<boolean> => !(await leases.isHeld(name, realClock.now())),

    /** Takes or renews it; true when it is ours now. Asked again soon after, it does not ask the store. */
    async keep(): Promise<boolean> {
      const now = realClock.now()
      if (takenAt !== undefined && now.getTime() - takenAt < renewMs) return true
      if (!(await leases.take(name, { holder, now, until: new Date(now.getTime() + leaseMs) }))) return false

      const leftMs = now.getTime() + leaseMs - marginMs - realClock.now().getTime()
      if (leftMs <= 0) return false
      clearTimeout(expiry)
      takenAt = now.getTime()
      expiry = setTimeout(() => {
        drop()
        ended()
      }, leftMs).unref()
      return true
    },

    async give(): Promise<void> {
      drop()
      await leases.give(name, { holder, now: realClock.now() })
    },
  }
}
