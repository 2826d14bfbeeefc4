/** Filters of a list: they stand in the address, so that a link and the way back keep them, and are remembered for the next visit. */
import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export type Query<Name extends string> = Record<Name, string>

export function useRememberedQuery<Name extends string>(
  room: string,
  names: readonly Name[],
): WritableComputedRef<Query<Name>> {
  const key = `xiaozhao-console-${room}`
  const [route, router] = [useRoute(), useRouter()]
  const inAddress = names.some((name) => route.query[name] !== undefined)
  if (!inAddress) void router.replace({ query: keptIn(localStorage.getItem(key), names) })

  return computed({
    get: () => Object.fromEntries(names.map((name) => [name, textOf(route.query[name])])) as Query<Name>,
    set(chosen) {
      const query = Object.fromEntries(Object.entries<string>(chosen).filter(([, value]) => value !== ''))
      localStorage.setItem(key, JSON.stringify(query))
      void router.replace({ query })
    },
  })
}

/** What was kept, as far as it is still a filter. */
export function keptIn<Name extends string>(kept: string | null, names: readonly Name[]): Record<string, string> {
  const known = parsed(kept)
  return Object.fromEntries(
    names.flatMap((name) => (typeof known[name] === 'string' && known[name] !== '' ? [[name, known[name]]] : [])),
  )
}

function parsed(kept: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}')
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
