/** The log of `GET /api/calls`: what went between the product and the platforms, without keys, tokens and bodies. */
import type { PlatformCall } from '../../../shared/contracts/sandbox.js'
import type { World } from './world.js'

const mostCalls = 2000

export function recordCall(world: World, call: Omit<PlatformCall, 'at'>): void {
  world.state.calls = [...world.state.calls.slice(1 - mostCalls), { at: world.nowIso(), ...call }]
  world.changed({ kind: 'calls' })
}
