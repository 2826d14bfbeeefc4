import { applicationsPolicy } from '../../applications/index.js'
import { DateTime } from 'luxon'
import type { GeneralCommand } from '../command.js'
import { lasting, nameOf } from '../say.js'
import { texts } from '../texts/index.js'
import { waitingFor, withPeople } from '../waiting-people.js'

/** Since midnight in the organisation's zone. */
export const today: GeneralCommand = {
  verb: 'today',
  words: ['今日', '今天', 'today'],
  usage: texts.commands.today.usage,
  does: texts.commands.today.does,
  may: applicationsPolicy.seeFigures,
  action: 'figures.read',
  about: 'all',

  async answer(deps, { orgId, member, zone, now }, { scope }) {
    const midnight = DateTime.fromJSDate(now, { zone }).startOf('day').toJSDate()
    const [{ invited, opened }, finished, reports, waiting] = await Promise.all([
      deps.invitations.countSince(orgId, { since: midnight, scope }),
      deps.interviews.countSubmittedSince(orgId, { since: midnight, scope }),
      deps.reports.countReadySince(orgId, { since: midnight, scope }),
      waitingFor(deps, member, 1),
    ])
    const [longest] = await withPeople(deps, orgId, waiting.longest)
    const since = longest && lasting(now.getTime() - longest.decision.raisedAt.getTime())
    return {
      lines: [
        texts.commands.today.figures({ invited, opened, finished, reports, waiting: waiting.count }),
        longest && since ? texts.commands.today.longest(nameOf(longest), since) : texts.nobodyWaits,
      ],
    }
  },
}
