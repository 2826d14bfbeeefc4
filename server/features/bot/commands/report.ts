import { applicationsPolicy, gatherApplication, waitingIn } from '../../applications/index.js'
import type { PersonCommand } from '../command.js'
import { decisionButtons, decisionVerbs, reportRow } from '../decision-buttons.js'
import { eachLanguage, unchanged } from '../../../texts/in-every-language.js'
import { linkTo, nameOf, shortNameOf, timeIn } from '../say.js'
import { texts } from '../texts/index.js'
import { inWords } from '../where-person-stands.js'

export const report: PersonCommand = {
  verb: 'report',
  words: ['报告', 'report'],
  usage: texts.commands.report.usage,
  does: texts.commands.report.does,
  may: applicationsPolicy.read,
  action: 'report.link',
  about: 'people',
  changes: false,
  takes: 'nothing',

  async act(deps, { key, language, member, zone, now }, { person }) {
    const gathered = await gatherApplication(deps, person.application)
    const [name, state] = [nameOf(person), inWords(gathered, now)]
    if (!gathered.report) {
      return {
        lines: [texts.commands.report.none(name), texts.now(state)],
      }
    }
    const { id: applicationId, positionId } = person.application
    if (!(await deps.sharing.mayRead(member, { applicationId, positionId })))
      return { lines: [texts.commands.report.notShared(name), texts.now(state)] }
    const at = timeIn(gathered.report.readyAt, zone)
    const [text, reportLink] = [texts.commands.report.text(at, state), deps.reportLink(applicationId)]
    if (!waitingIn(gathered)) {
      const link = eachLanguage((each) => linkTo(reportRow(reportLink, each)))
      return { lines: [texts.commands.report.title(name), text, link] }
    }
    return {
      card: {
        cardId: `report-${key}`,
        title: texts.commands.report.title(unchanged(shortNameOf(person)))[language],
        description: person.positionTitle[language],
        text: text[language],
        rows: [reportRow(reportLink, language)],
        buttons: decisionButtons(decisionVerbs, { applicationId, language }),
      },
    }
  },
}
