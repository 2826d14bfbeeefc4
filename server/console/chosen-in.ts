/** How a choice ended that WeCom's app lets a person make. Its word for closing the list is `…:cancel`. */
export type Chosen = 'shared' | 'cancelled' | 'failed'

/** Over after so long, because outside WeCom such a promise never settles. */
export async function chosenIn(choosing: Promise<unknown>, mostMs: number): Promise<Chosen> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'failed'>((resolve) => {
    timer = setTimeout(() => resolve('failed'), mostMs)
  })
  const chosen = choosing.then(
    (): Chosen => 'shared',
    (error: unknown): Chosen => (isCancelled(error) ? 'cancelled' : 'failed'),
  )
  return Promise.race([chosen, late]).finally(() => clearTimeout(timer))
}

const isCancelled = (error: unknown): boolean =>
  /:cancel/i.test(String((error as { errMsg?: unknown } | undefined)?.errMsg ?? error))
