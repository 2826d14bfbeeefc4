import { applicationsPolicy, gatherApplication, waitingIn } from '../../applications/index.js'
import type { PersonCommand } from '../command.js'
import { decisionButtons, decisionVerbs } from '../decision-buttons.js'
import { both, nameOf, timeIn } from '../say.js'
import { inWords } from '../where-person-stands.js'

export const report: PersonCommand = {
  verb: 'report',
  words: ['报告', 'report'],
  usage: both('A7K2', 'A7K2'),
  does: both('报告的链接和决定按钮', 'link to the report, with buttons to decide'),
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
        lines: [
          both(`${name.zh}还没有报告。`, `${name.en} has no report yet.`),
          both(`现在：${state.zh}。`, `Right now: ${state.en}.`),
        ],
      }
    }
    const at = timeIn(gathered.report.readyAt, zone)
    const reportLink = deps.reportLink(person.application.id)
    return {
      card: {
        cardId: `report-${key}`,
        title: both(`报告 · ${name.zh}`, `Report · ${name.en}`)[language],
        text: both(`${at} 生成 · ${state.zh}`, `made ${at} · ${state.en}`)[language],
        buttons: decisionButtons(waitingIn(gathered) ? decisionVerbs : [], {
          applicationId: person.application.id,
          reportLink,
          language,
        }),
      },
    }
  },
}
