/** What test files share is closed after the last of them (test/root-hooks.ts). */
const closings: (() => Promise<void>)[] = []

/** The last to be opened is closed first. */
export function atEnd(close: () => Promise<void>): void {
  closings.unshift(close)
}

export async function closeShared(): Promise<void> {
  for (const close of closings.splice(0)) await close()
}
