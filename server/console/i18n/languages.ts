/** The console's languages. A further one is an entry here and its words in each room's texts. */
import type { Language } from '../../../shared/contracts/text.js'

interface Spoken {
  /** What the switch to it says. */
  name: string
  /** What pages say they are written in. */
  tag: string
  /** For dates and lists. */
  locale: string
}

const spoken: Record<Language, Spoken> = {
  zh: { name: '中文', tag: 'zh-CN', locale: 'zh-CN' },
  en: { name: 'English', tag: 'en', locale: 'en-GB' },
}

/** In the order in which the switch goes through them. */
export const languages = Object.keys(spoken) as Language[]

export const spokenAs = (language: Language): Spoken => spoken[language]

export function nextLanguage(language: Language): Language {
  const [first] = languages
  return languages[languages.indexOf(language) + 1] ?? first ?? language
}

/** What somebody chose before, else the first that the browser asks for, else English. */
export function languageFor(kept: string | null, browser: string): Language {
  const chosen = languages.find((language) => language === kept)
  return chosen ?? languages.find((language) => browser.startsWith(language)) ?? 'en'
}

/** 甲、乙、丙 or a, b, c. */
export const listed = (items: readonly string[], language: Language): string =>
  new Intl.ListFormat(spoken[language].locale, { type: 'conjunction', style: 'narrow' }).format(items)
