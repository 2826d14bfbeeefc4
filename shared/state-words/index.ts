import type { Language } from '../contracts/text.js'
import { en } from './en.js'
import { zh } from './zh.js'

export type StateWords = typeof zh
export const stateWords: Record<Language, StateWords> = { zh, en }

/** In the middle of an English sentence. */
export const within = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)
