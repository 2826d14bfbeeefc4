/** Which methods of which stores were called, by `store.method`; and a way to call those that were not. */
type Method = (...input: unknown[]) => unknown

export interface MethodWatch {
  watch: (stores: object) => void
  all: () => string[]
  uncalled: () => string[]
  /** As the product would; what it finds is read to its end. */
  call: (key: string, input: readonly unknown[]) => Promise<void>
}

export function methodWatch(): MethodWatch {
  const all = new Set<string>()
  const called = new Set<string>()
  const methods = new Map<string, Method>()

  function watchStore(name: string, store: Record<string, unknown>): void {
    for (const [method, own] of Object.entries(store)) {
      if (typeof own !== 'function' || method === 'ready') continue
      const key = `${name}.${method}`
      all.add(key)
      const watched: Method = (...input) => {
        called.add(key)
        return (own as Method)(...input)
      }
      methods.set(key, watched)
      store[method] = watched
    }
  }

  return {
    watch: (stores) =>
      Object.entries(stores).forEach(([name, store]) => watchStore(name, store as Record<string, unknown>)),
    all: () => [...all].sort(),
    async call(key, input) {
      const found = await methods.get(key)?.(...input)
      if (typeof found === 'object' && found !== null && Symbol.asyncIterator in found)
        for await (const _one of found as AsyncIterable<unknown>) break
    },
    uncalled: () => [...all].filter((key) => !called.has(key)).sort(),
  }
}
