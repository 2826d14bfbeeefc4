/** What a run of a bench says about itself: spread, machine, date, load. */
import { cpus, loadavg } from 'node:os'

export interface Spread {
  p50: number
  p95: number
  max: number
}

/** The value that this share of all is at or below (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const spreadOf = (values: readonly number[]): Spread => ({
  p50: percentile(values, 0.5),
  p95: percentile(values, 0.95),
  max: percentile(values, 1),
})

/** Lowest, middle and highest of several rounds. */
export function sayRange(values: readonly number[], digits: number): string {
  const at = (share: number) => percentile(values, share).toFixed(digits)
  return `${at(0.5)} (${at(0)} to ${at(1)})`
}

export function sayMachine(): string {
  const load = loadavg()
    .map((value) => value.toFixed(1))
    .join(' ')
  return `${new Date().toISOString().slice(0, 16)}Z · Node ${process.versions.node} · ${cpus().length} × ${cpus()[0]?.model.trim()} · load ${load}`
}
