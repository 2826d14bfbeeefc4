/**
 * Reading for a page, with its four states. `loading` is true at once, so that a skeleton stands before the first byte came; a
 * second reading keeps what is shown. Of two readings the later one counts.
 */
import { reactive } from 'vue'
import type { ApiFailure } from './api.js'

export interface Load<Value> {
  status: 'loading' | 'ready' | 'failed'
  value: Value | undefined
  failure: ApiFailure | undefined
  /** Reads (again); resolves when it is done and never rejects. */
  read: () => Promise<void>
}

export function useLoad<Value>(source: () => Promise<Value>): Load<Value> {
  let latest = 0
  const load = reactive({ status: 'loading', value: undefined, failure: undefined, read }) as Load<Value>

  async function read(): Promise<void> {
    const mine = ++latest
    if (load.value === undefined) load.status = 'loading'
    try {
      const value = await source()
      if (mine === latest) Object.assign(load, { status: 'ready', value, failure: undefined })
    } catch (failure) {
      if (mine === latest) Object.assign(load, { status: 'failed', failure })
    }
  }

  void read()
  return load
}
