import { applicationsPolicy, gatherApplication, waitingIn } from '../../applications/index.js'
import type { PersonCommand } from '../command.js'
import { decisionButtons, decisionVerbs } from '../decision-buttons.js'
import { nameOf, timeIn } from '../say.js'
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

  async act(deps, { key, language, zone, now }, { person }) {
    const gathered = await gatherApplication(deps, person.application)
    const [name, state] = [nameOf(person), inWords(gathered, now)]
    if (!gathered.report) {
      return {
        lines: [texts.commands.report.none(name), texts.now(state)],
      }
    }
    const at = timeIn(gathered.report.readyAt, zone)
    const reportLink = deps.reportLink(person.application.id)
    return {
      card: {
        cardId: `report-${key}`,
        title: texts.commands.report.title(name)[language],
        text: texts.commands.report.text(at, state)[language],
        buttons: decisionButtons(waitingIn(gathered) ? decisionVerbs : [], {
          applicationId: person.application.id,
          reportLink,
          language,
        }),
      },
    }
  },
}
