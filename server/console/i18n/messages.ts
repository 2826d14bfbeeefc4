/** Every word of the console: a room's texts stand in its folder. Both languages have one shape, so a missing text does not compile. */
import type { Language } from '../../../shared/contracts/text.js'
import { texts as agreement } from '../rooms/agreement/texts.js'
import { texts as applicantImport } from '../rooms/applicant-import/texts.js'
import { texts as audit } from '../rooms/audit/texts.js'
import { texts as candidates } from '../rooms/candidates/texts.js'
import { texts as deletions } from '../rooms/deletions/texts.js'
import { texts as files } from '../rooms/files/texts.js'
import { texts as firstAdmin } from '../rooms/first-admin/texts.js'
import { texts as home } from '../rooms/home/texts.js'
import { texts as messageTexts } from '../rooms/messages/texts.js'
import { texts as noAccess } from '../rooms/no-access/texts.js'
import { texts as people } from '../rooms/people/texts.js'
import { texts as positions } from '../rooms/positions/texts.js'
import { texts as report } from '../rooms/report/texts.js'
import { texts as reviews } from '../rooms/reviews/texts.js'
import { texts as secondFactor } from '../rooms/second-factor/texts.js'
import { texts as signIn } from '../rooms/sign-in/texts.js'
import { texts as writtenTests } from '../rooms/written-tests/texts.js'
import { languages } from './languages.js'
import { texts as shell } from './shell.js'

export type Texts = { [name: string]: string | Texts }

const rooms = {
  agreement,
  applicantImport,
  audit,
  deletions,
  files,
  messages: messageTexts,
  people,
  positions,
  candidates,
  firstAdmin,
  home,
  noAccess,
  report,
  reviews,
  secondFactor,
  signIn,
  writtenTests,
} satisfies Record<string, Record<Language, Texts>>

const textsIn = (language: Language): Texts => ({
  ...shell[language],
  ...Object.fromEntries(Object.entries(rooms).map(([room, texts]) => [room, texts[language]])),
})

export const messages = Object.fromEntries(languages.map((language) => [language, textsIn(language)])) as Record<
  Language,
  Texts
>
