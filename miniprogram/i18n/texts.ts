import type { Language } from '../../shared/contracts/text.js'
import { en } from './en.js'
import { zh } from './zh.js'

export type Texts = typeof zh

const byLanguage: Record<Language, Texts> = { zh, en }

export const textsOf = (language: Language): Texts => byLanguage[language]
