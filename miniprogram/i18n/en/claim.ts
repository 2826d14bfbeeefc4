import type { Texts } from '../texts.js'

export const claim: Texts['claim'] = {
  title: 'Is it you?',
  guide: 'This message went to the phone you applied with. Enter its last four digits to open it here.',
  byCode: {
    title: 'Open what the text message is about',
    guide: 'Enter the short code in the message, and the last four digits of the phone that received it.',
    codeLabel: 'Short code',
    tailLabel: 'Last four digits of the phone',
    wrong: 'The short code and the digits do not match. Please check them.',
    wrongLeft: (left) =>
      `The short code and the digits do not match. Please check them. ${left === 1 ? '1 try' : `${left} tries`} left.`,
  },
}
