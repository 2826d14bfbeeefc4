import { unchanged } from '../../../texts/in-every-language.js'
import { appealsWaitingFor, flowPolicy } from '../../flow/index.js'
import type { Position } from '../../positions/index.js'
import type { GeneralCommand } from '../command.js'
import { lasting, shortNameOf } from '../say.js'
import { texts } from '../texts/index.js'
import { nameOfStage } from '../where-person-stands.js'
import { waitingFor, withPeople, type WaitingPerson } from '../waiting-people.js'

const words = texts.commands.todo
const mostShown = 10

export const todo: GeneralCommand = {
  verb: 'todo',
  words: ['待办', 'todo'],
  usage: words.usage,
  does: words.does,
  may: flowPolicy.seeWaiting,
  action: 'decisions.read',
  about: 'all',

  async answer(deps, { orgId, member, now }) {
    const [{ count, overdue, longest }, appeals, counts] = await Promise.all([
      waitingFor(deps, member, mostShown),
      appealsWaitingFor(deps, member),
      deps.reviewCounts(member),
    ])
    const beside = [
      ...(appeals.length > 0
        ? [words.again(appeals.length, lasting(now.getTime() - appeals[0]!.askedAt.getTime()))]
        : []),
      ...(Object.values(counts).some((one) => one > 0) ? [words.toRate(counts)] : []),
    ]
    if (count === 0) return { lines: beside.length > 0 ? beside : [texts.nobodyWaits], count: 0 }

    const people = await withPeople(deps, orgId, longest)
    const rest = count - people.length
    const late = overdue > 0 ? words.late(overdue) : unchanged('')
    const lines = await Promise.all(
      people.map(async (person) => lineOf(person, now, await deps.positionOf(orgId, person.decision.positionId))),
    )
    return {
      lines: [words.head(count, late), ...lines, ...(rest > 0 ? [words.more(rest)] : []), ...beside],
      count: people.length,
      ids: people.map(({ decision }) => decision.applicationId),
    }
  },
}

function lineOf(person: WaitingPerson, now: Date, position?: Position) {
  const { decision, positionTitle } = person
  const stage = nameOfStage(position, decision.stage)
  const since = lasting(now.getTime() - decision.raisedAt.getTime())
  return words.line({ who: shortNameOf(person), position: positionTitle, stage, since })
}
