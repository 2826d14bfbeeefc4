import { flowPolicy } from '../../flow/index.js'
import { stageNameOf } from '../../positions/index.js'
import type { GeneralCommand } from '../command.js'
import { both, lasting, shortNameOf } from '../say.js'
import { waitingDecisions, withPeople, type WaitingPerson } from '../waiting-people.js'

const mostShown = 10

export const todo: GeneralCommand = {
  verb: 'todo',
  words: ['待办', 'todo'],
  usage: both('', ''),
  does: both('谁在等你们决定，等得最久的在前', 'who waits for your decision, the longest first'),
  may: flowPolicy.seeWaiting,
  action: 'decisions.read',
  about: 'all',

  async answer(deps, { orgId, member, now }) {
    const waiting = await waitingDecisions(deps, member)
    if (waiting.length === 0)
      return { lines: [both('目前没有人在等你们决定。', 'Nobody waits for your decision.')], count: 0 }

    const people = await withPeople(deps, orgId, waiting.slice(0, mostShown))
    const rest = waiting.length - people.length
    const overdue = waiting.filter(({ dueAt }) => dueAt <= now).length
    const late =
      overdue > 0
        ? both(
            `，<font color="warning">${overdue} 人已过承诺时间</font>`,
            `, <font color="warning">${overdue} past the promised time</font>`,
          )
        : both('', '')
    const lines = await Promise.all(
      people.map(async (person) => lineOf(person, now, await deps.positionOf(orgId, person.decision.positionId))),
    )
    return {
      lines: [
        both(
          `**${waiting.length} 人**等你们决定${late.zh}：`,
          `**${waiting.length}** ${waiting.length === 1 ? 'waits' : 'wait'} for your decision${late.en}:`,
        ),
        ...lines,
        ...(rest > 0
          ? [both(`还有 ${rest} 人，在控制台“等待决定”里。`, `${rest} more, in the console under “waiting”.`)]
          : []),
      ],
      count: people.length,
    }
  },
}

function lineOf(person: WaitingPerson, now: Date, position?: Parameters<typeof stageNameOf>[0]) {
  const { decision, positionTitle } = person
  const stage = position ? stageNameOf(position, decision.stage) : both(decision.stage, decision.stage)
  const since = lasting(now.getTime() - decision.raisedAt.getTime())
  return both(
    `> ${shortNameOf(person)} ${positionTitle.zh} · ${stage.zh} · 已等 ${since.zh}`,
    `> ${shortNameOf(person)} ${positionTitle.en} · ${stage.en} · for ${since.en}`,
  )
}
