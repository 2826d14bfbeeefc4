/** How a failed call is told on a page: what is safe, what happened, what to do. */
import type { Texts } from './texts.js'

export interface FailureView {
  safe: string
  /** What happened, then what to do. */
  told: string
}

export function failureView(code: string, text: Texts): FailureView {
  const known: Record<string, Texts['failures']['internal'] | undefined> = text.failures
  const { safe, happened, advice } = known[code] ?? text.failures.internal
  return { safe, told: happened + text.sentenceGap + advice }
}
