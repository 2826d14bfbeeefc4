import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  noAdminYet:
    'There is no HR administrator yet. Open this address, sign in with WeCom, and enter the one-time code (a restart makes a new one):',
  noSuchZone: {
    message: (zone) => `There is no time zone "${zone}".`,
    fix: 'For example Asia/Shanghai.',
  },
  noMeasuresInEu: {
    message: 'Under the rules of the EU nobody measures how candidates speak.',
    fix: 'Take voiceMeasures out, or set profile back to cn.',
  },
}
