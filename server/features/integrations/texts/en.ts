import { stateWords } from '../../../../shared/state-words/index.js'
import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

const words = stateWords.en

export const en: SameTexts<typeof zh> = {
  pressed: {
    held: words.onHold,
    seen: 'Noted',
    'not-allowed': 'No access',
    decided: 'Decided',
  },
  heldFromWecom: 'Put on hold from WeCom',
}
