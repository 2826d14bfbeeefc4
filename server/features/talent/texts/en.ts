import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  deleted: '(data deleted)',
  unreadable: '(data unreadable)',
}
