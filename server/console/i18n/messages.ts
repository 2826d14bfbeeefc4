/** Every word of the console: a room's texts stand in its folder. Both languages have one shape, so a missing text does not compile. */
import type { Language } from '../../../shared/contracts/text.js'
import * as audit from '../rooms/audit/texts.js'
import * as candidates from '../rooms/candidates/texts.js'
import * as files from '../rooms/files/texts.js'
import * as firstAdmin from '../rooms/first-admin/texts.js'
import * as home from '../rooms/home/texts.js'
import * as messageTexts from '../rooms/messages/texts.js'
import * as noAccess from '../rooms/no-access/texts.js'
import * as people from '../rooms/people/texts.js'
import * as positions from '../rooms/positions/texts.js'
import * as report from '../rooms/report/texts.js'
import * as secondFactor from '../rooms/second-factor/texts.js'
import * as signIn from '../rooms/sign-in/texts.js'
import { languages } from './languages.js'
import * as shell from './shell.js'

export type Texts = { [name: string]: string | Texts }

const rooms = {
  audit,
  files,
  messages: messageTexts,
  people,
  positions,
  candidates,
  firstAdmin,
  home,
  noAccess,
  report,
  secondFactor,
  signIn,
} satisfies Record<string, Record<Language, Texts>>

const textsIn = (language: Language): Texts => ({
  ...shell[language],
  ...Object.fromEntries(Object.entries(rooms).map(([room, texts]) => [room, texts[language]])),
})

export const messages = Object.fromEntries(languages.map((language) => [language, textsIn(language)])) as Record<
  Language,
  Texts
>
