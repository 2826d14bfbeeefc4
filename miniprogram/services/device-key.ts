/** One key per installation of the app: two phones of one person are told apart by it. */
import { slot } from '../platform/storage.js'
import { randomKey } from './random-key.js'

const kept = slot<string>('device')

export function deviceKey(): string {
  const known = kept.read()
  if (known) return known

  const fresh = randomKey()
  kept.write(fresh)
  return fresh
}
