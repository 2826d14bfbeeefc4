/** Every word of the console: a room's texts stand in its folder. Both languages have one shape, so a missing text does not compile. */
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
import * as shell from './shell.js'

export const messages = {
  zh: {
    ...shell.zh,
    audit: audit.zh,
    files: files.zh,
    messages: messageTexts.zh,
    people: people.zh,
    positions: positions.zh,
    candidates: candidates.zh,
    firstAdmin: firstAdmin.zh,
    home: home.zh,
    noAccess: noAccess.zh,
    report: report.zh,
    secondFactor: secondFactor.zh,
    signIn: signIn.zh,
  },
  en: {
    ...shell.en,
    audit: audit.en,
    files: files.en,
    messages: messageTexts.en,
    people: people.en,
    positions: positions.en,
    candidates: candidates.en,
    firstAdmin: firstAdmin.en,
    home: home.en,
    noAccess: noAccess.en,
    report: report.en,
    secondFactor: secondFactor.en,
    signIn: signIn.en,
  },
}
