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

export function recordError(cause: unknown, where = ''): void {
  const text = cause instanceof Error ? cause.stack ?? cause.message : typeof cause === 'object' ? JSON.stringify(cause) : String(cause)
  errors.push(where ? `${where}: ${text}` : text)
}

export function watchErrors(): void {
  window.addEventListener('error', (event) => recordError(event.error ?? event.message))
  window.addEventListener('unhandledrejection', (event) => recordError(event.reason, 'unhandled rejection'))
}
