import { createHash } from 'node:crypto'

/**
 * A number from 0 up to `count`, the same for the same seed and label on every machine and version. Each label draws on its
 * own, so that adding a question to a plan does not change the others. 48 bits: the bias of the remainder is below 1e-9.
 */
export function seededPick(seed: string, label: string, count: number): number {
  return createHash('sha256').update(`${seed}\0${label}`).digest().readUIntBE(0, 6) % count
}
