/** Faults of settled.md: what is on for which endpoint, and counting down those that are on for some calls only. */
import type { FaultSetting, SandboxFault } from '../../../shared/contracts/sandbox.js'
import type { ActiveFault } from './state.js'
import type { World } from './world.js'

const sameFault = (a: FaultSetting, b: FaultSetting) => a.fault === b.fault && (a.endpoint ?? '') === (b.endpoint ?? '')

/** Switches one fault; the same fault on the same endpoint replaces the earlier setting. Off without an endpoint ends all of its kind. */
export function setFault(world: World, { on, ...setting }: FaultSetting): void {
  const { state } = world
  const others = state.faults.filter((known) =>
    on || setting.endpoint !== undefined ? !sameFault(known, { on, ...setting }) : known.fault !== setting.fault,
  )

  state.faults = on ? [...others, { ...setting, on, afterToken: state.lastTokenNumber }] : others
  world.changed({ kind: 'faults' })
}

export function faultOn(world: World, fault: SandboxFault, endpoint: string): ActiveFault | undefined {
  return world.state.faults.find((known) => known.fault === fault && endpoint.includes(known.endpoint ?? ''))
}

/** Returns whether the fault strikes this call, and spends one of its times. */
export function strikes(world: World, fault: SandboxFault, endpoint: string): boolean {
  const active = faultOn(world, fault, endpoint)
  if (!active) return false

  spend(world, active)
  return true
}

export function spend(world: World, active: ActiveFault): void {
  if (active.times === undefined) return

  active.times -= 1
  if (active.times <= 0) world.state.faults = world.state.faults.filter((known) => known !== active)
  world.changed({ kind: 'faults' })
}

export const presentFaults = (world: World): FaultSetting[] =>
  world.state.faults.map(({ afterToken: _afterToken, ...setting }) => setting)
