/** The state, its time, and a voice that says when something changed. Everything in the sandbox is given this. */
import { randomBytes } from 'node:crypto'
import { EventEmitter } from 'node:events'
import type { SandboxChange } from '../views.js'
import { simulatedNow } from './clock.js'
import { RateWindow } from './rate-window.js'
import { freshState, type SandboxState } from './state.js'

export interface WorldOptions {
  state: SandboxState
  realNow: () => number
  onChange: () => void
}

export type World = ReturnType<typeof createWorld>

export function createWorld({ state, realNow, onChange }: WorldOptions) {
  const changes = new EventEmitter().setMaxListeners(100)
  const rates = new RateWindow()

  const world = {
    state,
    rates,
    realNow,
    now: (): number => simulatedNow(world.state.clock, realNow()),
    nowIso: (): string => new Date(world.now()).toISOString(),
    newId: (bytes = 9): string => randomBytes(bytes).toString('base64url'),

    /** For what nobody watches, but a restart must not forget. */
    saveSoon: onChange,
    changed(change: SandboxChange): void {
      onChange()
      changes.emit('change', change)
    },
    onChange(listener: (change: SandboxChange) => void): () => void {
      changes.on('change', listener)
      return () => changes.off('change', listener)
    },
    reset(): void {
      const simulatedAt = world.now() // time never goes back: whoever follows it would stand still until it came round again
      world.state = { ...freshState(realNow()), clock: { simulatedAt, realAt: realNow(), speed: 1 } }
      rates.clear()
      world.changed({ kind: 'reset' })
    },
  }
  return world
}
