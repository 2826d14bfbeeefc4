import { applicationsPolicy, gatherApplication, type Gathered } from '../../applications/index.js'
import type { Asked, PersonCommand } from '../command.js'
import { both, dot, joined, nameOf, timeIn } from '../say.js'
import { inWords } from '../where-person-stands.js'

export const progress: PersonCommand = {
  verb: 'progress',
  words: ['进度', 'progress'],
  usage: both('A7K2', 'A7K2'),
  does: both('走到哪一步了', 'where somebody stands'),
  may: applicationsPolicy.read,
  action: 'candidate.read',
  about: 'people',
  changes: false,
  takes: 'nothing',

  async act(deps, asked, { person }) {
    const gathered = await gatherApplication(deps, person.application)
    const [name, state] = [nameOf(person), inWords(gathered, asked.now)]
    return {
      lines: [
        both(`${name.zh}：${state.zh}。`, `${name.en}: ${state.en}.`),
        pastOf(gathered, person.application.appliedAt, asked),
      ],
    }
  },
}

function pastOf({ invitation, interview, report }: Gathered, appliedAt: Date, { zone }: Asked) {
  const steps: [Date | undefined, string, string][] = [
    [appliedAt, '投递', 'applied'],
    [invitation?.sentAt, '邀请', 'invited'],
    [invitation?.openedAt, '打开', 'opened'],
    [interview?.startedAt, '开始', 'began'],
    [interview?.submittedAt, '提交', 'submitted'],
    [report?.readyAt, '报告', 'report'],
  ]
  const happened = steps.flatMap(([at, zh, en]) =>
    at ? [both(`${zh} ${timeIn(at, zone)}`, `${en} ${timeIn(at, zone)}`)] : [],
  )
  const until =
    invitation && !interview && invitation.status !== 'revoked'
      ? [both(`截止 ${timeIn(invitation.closesAt, zone)}`, `open until ${timeIn(invitation.closesAt, zone)}`)]
      : []
  return joined([...happened, ...until], dot)
}
