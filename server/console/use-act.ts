/** A change that somebody asks for with a button: busy while it runs, what went wrong in words afterwards, never twice at once. */
import { reactive } from 'vue'
import type { ApiFailure } from './api.js'

export interface Act<Given extends unknown[]> {
  busy: boolean
  failure: ApiFailure | undefined
  /** True when it worked. */
  run: (...given: Given) => Promise<boolean>
}

export function useAct<Given extends unknown[]>(change: (...given: Given) => Promise<unknown>): Act<Given> {
  const act = reactive({ busy: false, failure: undefined, run }) as Act<Given>

  async function run(...given: Given): Promise<boolean> {
    if (act.busy) return false
    Object.assign(act, { busy: true, failure: undefined })
    try {
      await change(...given)
      return true
    } catch (failure) {
      act.failure = failure as ApiFailure
      return false
    } finally {
      act.busy = false
    }
  }

  return act
}
