import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  pressed: {
    held: 'On hold',
    seen: 'Noted',
    'not-allowed': 'No access',
    decided: 'Decided',
  },
  heldFromWecom: 'Put on hold from WeCom',
}
