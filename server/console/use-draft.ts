/** A value that somebody types: kept in this tab (kept-drafts.ts) as long as it differs from what stood there at first. */
import { computed, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useRoute } from 'vue-router'
import { keepDraft, keptDraft } from './kept-drafts.js'
import { session } from './session.js'

export interface Draft<Value> {
  value: Ref<Value>
  typed: ComputedRef<boolean>
  /** Sent or given up. */
  forget: () => void
}

export function useDraft<Value>(name: string, initial: Value): Draft<Value> {
  const place = { memberId: session.me?.id ?? '', page: useRoute().path }
  const first = JSON.stringify(initial)
  const value = ref(keptDraft(sessionStorage, place, name) ?? initial) as Ref<Value>
  const typed = computed(() => JSON.stringify(value.value) !== first)

  // At once: what is typed last may be followed by a reload.
  watch(value, () => keepDraft(sessionStorage, place, name, typed.value ? value.value : undefined), {
    deep: true,
    flush: 'sync',
  })
  return {
    value,
    typed,
    forget() {
      value.value = JSON.parse(first) as Value
    },
  }
}
