export interface Health {
  /** exceptions of page code, of the framework and of event handlers */
  errors: string[]
  /** misspelt attributes, setData over 256 KB and the like, in own files */
  warnings: string[]
  /** wx properties that were read and do not exist here */
  missing: string[]
}

/** What went wrong so far. Every test asserts that all three are empty. */
export const errors: string[] = []
export const warnings = new Set<string>()
/** The same from npm packages: shown on demand only, nobody here can cure them. */
export const packageWarnings = new Set<string>()
export const missing = new Set<string>()

export const health = (): Health => ({ errors: [...errors], warnings: [...warnings], missing: [...missing] })

const listeners = new Set<(message: string) => void>()

/** App.onError and wx.onError hear of every error that nobody caught. */
export const onRecordedError = (listener: (message: string) => void) => void listeners.add(listener)

export function recordError(cause: unknown, where = ''): void {
  const text =
    (cause as Error | undefined)?.stack ?? (typeof cause === 'object' ? JSON.stringify(cause) : String(cause))
  errors.push(where ? `${where}: ${text}` : text)
  for (const listener of listeners) listener(text)
}

export function watchErrors(): void {
  window.addEventListener('error', (event) => recordError(event.error ?? event.message))
  window.addEventListener('unhandledrejection', (event) => recordError(event.reason, 'unhandled rejection'))
}
