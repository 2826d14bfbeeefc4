import type { SameTexts } from '../../../texts/in-every-language.js'
import type { zh } from './zh.js'

export const en: SameTexts<typeof zh> = {
  codeMail: {
    subject: (name) => `${name}: your e-mail code`,
    text: ({ code, minutes, name }) =>
      `Code ${code}, good for ${minutes} minutes.\nEnter it in the mini-program to show that this address is yours. If you did not ask for it, ignore this mail, and tell nobody the code.\nRecruiting, ${name}`,
  },
  deleted: '(data deleted)',
  unreadable: '(data unreadable)',
}
