/** What the worker thread and its starter say to each other. */
export type Role = 'owner' | 'attached'

/** Ids and counts only; never data. */
export type StoreEvent =
  | { kind: 'role'; role: Role; healthy: boolean }
  | { kind: 'rolled-back' }
  /** The disk refused to keep what was written (EIO, ENOSPC): the store is closed and opened again. */
  | { kind: 'disk-failed'; code: string }
  | { kind: 'expired'; removed: number }
  | { kind: 'protocol-error' }
  /** The class of the error and, of SQLite's, its code; `name` would be cut from the log. */
  | { kind: 'fault'; error: string; code?: string }
  | { kind: 'worker-ended'; code: number }

export interface WorkerSettings {
  dataDir: string
  byteCap?: number | undefined
}

export type FromWorker =
  { type: 'state'; role: Role; healthy: boolean; socket: string } | { type: 'event'; event: StoreEvent }

export type ToWorker = { type: 'close' }

export function faultOf(error: Error): StoreEvent {
  const { code } = error as { code?: unknown }
  return { kind: 'fault', error: error.name, ...(typeof code === 'string' && code !== '' && { code }) }
}
