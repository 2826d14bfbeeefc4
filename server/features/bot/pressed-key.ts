/** What the buttons of a card that asks call back with. Any other key does nothing: WeCom calls back for every button (101032). Pure. */
import type { Confirmation } from './confirmation-store.js'

export const confirmKey = 'confirm'
export const cancelKey = 'cancel'
export const pickKey = (index: number): string => `pick:${index}`

const pickForm = /^pick:(\d{1,2})$/

export type Meant = { kind: 'cancel' } | { kind: 'act'; applicationIds: readonly string[] }

/** Undefined: no key of this card. */
export function meantBy(key: string, { kind, asking: { applicationIds } }: Confirmation): Meant | undefined {
  if (key === cancelKey) return { kind: 'cancel' }
  if (kind === 'confirm') return key === confirmKey ? { kind: 'act', applicationIds } : undefined
  const picked = applicationIds[Number(pickForm.exec(key)?.[1] ?? NaN)]
  return picked === undefined ? undefined : { kind: 'act', applicationIds: [picked] }
}
