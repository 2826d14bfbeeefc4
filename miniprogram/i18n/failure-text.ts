/** How a failed call is told on a page: what is safe, what happened, what to do. */
import type { Texts } from './texts.js'

export interface FailureView {
  safe: string
  happened: string
  advice: string
}

export function failureView(code: string, text: Texts): FailureView {
  const known: Record<string, FailureView | undefined> = text.failures
  return known[code] ?? text.failures.internal
}
