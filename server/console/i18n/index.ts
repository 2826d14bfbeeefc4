/** Which language is spoken, and how pages ask for their words. */
import { computed, type Ref } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { Bilingual, Language } from '../../../shared/contracts/text.js'
import { languageFor, listed, nextLanguage, spokenAs } from './languages.js'
import { messages } from './messages.js'

const remembered = 'xiaozhao-console-language'

export const i18n = createI18n({
  legacy: false,
  locale: languageFor(localStorage.getItem(remembered), navigator.language),
  fallbackLocale: 'zh',
  messages,
  missingWarn: true,
})

export function chooseLanguage(language: Language): void {
  i18n.global.locale.value = language
  localStorage.setItem(remembered, language)
  document.documentElement.lang = spokenAs(language).tag
}

/**
 * `t` for the console's own words, `say` for a text that comes in both languages, `language` for dates and numbers,
 * `list` for names in a row.
 */
export function useWords() {
  const { t, te, locale } = useI18n()
  return {
    t,
    te,
    language: locale as Ref<Language>,
    say: (text: Bilingual): string => text[locale.value as Language],
    list: (items: readonly string[]): string => listed(items, locale.value as Language),
  }
}

/** The language that the switch leads to, and how its button is written. */
export function useLanguageSwitch() {
  const { language } = useWords()
  return computed(() => {
    const next = nextLanguage(language.value)
    return { next, ...spokenAs(next) }
  })
}
