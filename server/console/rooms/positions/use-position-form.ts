/** What every field of the form needs: its faults by its way, and what nobody shows stands at the top. */
import { computed, inject, onBeforeUnmount, provide, reactive, type InjectionKey } from 'vue'
import type { PositionForm } from '../../../../shared/contracts/position-form.js'
import { useWords } from '../../i18n/index.js'
import type { Fault } from '../files/file-state.js'
import { isWithin, labelKey, patternOf } from './position-fields.js'

interface Given {
  faults: () => readonly Fault[]
  /** Templates and question groups; absent until they are read. */
  offer: () => PositionForm | undefined
  /** Else it is only looked at: nothing to press. */
  mayChange: () => boolean
}

interface Shown {
  at: string
  /** The faults of this very value, and not of what is inside it. */
  exact: boolean
}

const key: InjectionKey<Given & { shown: Set<() => Shown> }> = Symbol('position form')

export function providePositionForm(given: Given) {
  const shown = reactive(new Set<() => Shown>())
  provide(key, { ...given, shown: shown as Set<() => Shown> })
  const isShown = ({ at }: Fault) => [...shown].some((one) => holds(one(), at))
  return { unplaced: computed(() => given.faults().filter((fault) => !isShown(fault))) }
}

const holds = ({ at, exact }: Shown, fault: string | undefined): boolean =>
  fault !== undefined && (exact ? fault === at : isWithin(fault, at))

export function usePositionForm() {
  const { t } = useWords()
  const { faults, offer, mayChange, shown } = inject(key)!
  const nameOf = (at: string) => t(`positions.field.${labelKey(patternOf(at))}`)

  return {
    offer: computed(offer),
    mayChange: computed(mayChange),
    nameOf,
    /** Its faults, which no longer stand at the top; for as long as the field is there. */
    faultsAt(at: () => string, { exact = false } = {}) {
      const mine = () => ({ at: at(), exact })
      shown.add(mine)
      onBeforeUnmount(() => shown.delete(mine))
      return computed(() => faults().filter((fault) => holds(mine(), fault.at)))
    },
  }
}
