import type { Texts } from '../texts.js'

export const claim: Texts['claim'] = {
  title: 'Is it you?',
  guide: 'This message went to the phone you applied with. Enter its last four digits to open it here.',
}
