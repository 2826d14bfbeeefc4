import { applicationsPolicy } from '../../applications/index.js'
import { DateTime } from 'luxon'
import type { GeneralCommand } from '../command.js'
import { both, lasting, nameOf } from '../say.js'
import { waitingDecisions, withPeople } from '../waiting-people.js'

/** Since midnight in the organisation's zone. */
export const today: GeneralCommand = {
  verb: 'today',
  words: ['今日', '今天', 'today'],
  usage: both('', ''),
  does: both('今天的数字，谁等得最久', 'figures of today, and who waits the longest'),
  may: applicationsPolicy.seeFigures,
  action: 'figures.read',
  about: 'all',

  async answer(deps, { orgId, member, zone, now }, { scope }) {
    const since = DateTime.fromJSDate(now, { zone }).startOf('day').toJSDate()
    const [{ invited, opened }, finished, reports, waiting] = await Promise.all([
      deps.invitations.countSince(orgId, { since, scope }),
      deps.interviews.countSubmittedSince(orgId, { since, scope }),
      deps.reports.countReadySince(orgId, { since, scope }),
      waitingDecisions(deps, member),
    ])
    const [longest] = await withPeople(deps, orgId, waiting.slice(0, 1))
    const since1 = longest && lasting(now.getTime() - longest.decision.raisedAt.getTime())
    return {
      lines: [
        both(
          `今天：邀请 ${invited} · 打开 ${opened} · 完成 ${finished} · 报告 ${reports} · **等你们决定 ${waiting.length}**`,
          `Today: invited ${invited} · opened ${opened} · finished ${finished} · reports ${reports} · **waiting for you ${waiting.length}**`,
        ),
        longest && since1
          ? both(`最久：${nameOf(longest).zh}${since1.zh}`, `Longest: ${nameOf(longest).en}, ${since1.en}`)
          : both('目前没有人在等你们决定。', 'Nobody waits for your decision.'),
      ],
    }
  },
}
