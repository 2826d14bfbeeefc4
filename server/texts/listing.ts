/** Several things in a row, as a language writes them: 甲、乙、丙 · A, B and C. */
import type { Language } from '../../shared/contracts/text.js'

const english = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** Chinese lists here are open ones, without the 和 that Intl would put before the last. */
const listings: Record<Language, (parts: readonly string[]) => string> = {
  zh: (parts) => parts.join('、'),
  en: (parts) => english.format(parts),
}

export const listing = (language: Language) => listings[language]
