/** Looks again until something is there; says what it waited for when it never comes. */
export async function waitFor<Value>(
  what: string,
  look: () => Promise<Value | undefined | false>,
  { withinMs = 20_000, everyMs = 150 } = {},
): Promise<Value> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (performance.now() > deadline) throw new Error(`waited ${withinMs / 1000} s in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}
