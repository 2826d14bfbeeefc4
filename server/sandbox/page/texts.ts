/** The words of the page in the language that is chosen. A further language is a file in texts/ and its entry here. */
import { computed, ref, watchEffect } from 'vue'
import type { Language } from '../../../shared/contracts/text.js'
import { en } from './texts/en.js'
import { zh } from './texts/zh.js'

export type Texts = typeof zh

const byLanguage: Record<Language, Texts> = { zh, en }

/** What the menu offers, each by its own name. */
export const languages = (Object.keys(byLanguage) as Language[]).map((id) => {
  const { htmlLang, languageName } = byLanguage[id]
  return { id, htmlLang, name: languageName }
})

const languageKey = 'xiaozhao-sandbox-language'
const kept = localStorage.getItem(languageKey)

export const language = ref<Language>(languages.find(({ id }) => id === kept)?.id ?? 'zh')
export const t = computed(() => byLanguage[language.value])

watchEffect(() => {
  localStorage.setItem(languageKey, language.value)
  document.documentElement.lang = t.value.htmlLang
  document.title = t.value.title
})
