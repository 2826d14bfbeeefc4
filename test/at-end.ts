/** What tests opened for the whole mocha process and is closed when all have run. Whoever opens nothing loads nothing. */
type Close = () => Promise<void>

const opened = new Set<Close>()

export const atEnd = (close: Close): void => void opened.add(close)

/** Called by the root hook in test/root-hooks.ts, last opened first. */
export async function closeAll(): Promise<void> {
  const inReverse = [...opened].reverse()
  opened.clear()
  for (const close of inReverse) await close()
}
