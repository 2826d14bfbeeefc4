/** The languages of the app. A further one is a folder like zh/ and its entry here. */
import type { Language } from '../../shared/contracts/text.js'
import { en } from './en/index.js'
import { zh } from './zh/index.js'

export type Texts = typeof zh

/** In the order in which the switch goes through them. */
const byLanguage: Record<Language, Texts> = { zh, en }

const languages = Object.keys(byLanguage) as Language[]

export const textsOf = (language: Language): Texts => byLanguage[language]

/** A phone that names no language gets Chinese; one that names another than ours gets English. */
export function languageFor(phoneLanguage: string): Language {
  if (phoneLanguage === '') return 'zh'
  return languages.find((language) => phoneLanguage.toLowerCase().startsWith(language)) ?? 'en'
}

export function nextLanguage(language: Language): Language {
  const [first] = languages
  return languages[languages.indexOf(language) + 1] ?? first ?? language
}

/** What the button that switches the language says. */
export const nextLanguageName = (language: Language): string => textsOf(nextLanguage(language)).languageName
