/** Which language is spoken, and how pages ask for their words. */
import { createI18n, useI18n } from 'vue-i18n'
import type { Bilingual, Language } from '../../../shared/contracts/text.js'
import { messages } from './messages.js'

const remembered = 'xiaozhao-console-language'

const firstLanguage = (): Language => {
  const kept = localStorage.getItem(remembered)
  if (kept === 'zh' || kept === 'en') return kept
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}

export const i18n = createI18n({
  legacy: false,
  locale: firstLanguage(),
  fallbackLocale: 'zh',
  messages,
  missingWarn: true,
})

export function chooseLanguage(language: Language): void {
  i18n.global.locale.value = language
  localStorage.setItem(remembered, language)
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
}

/** `t` for the console's own words, `say` for a text that comes in both languages, `language` for dates and numbers. */
export function useWords() {
  const { t, te, locale } = useI18n()
  return {
    t,
    te,
    language: locale as { value: Language },
    say: (text: Bilingual): string => text[locale.value as Language],
  }
}
