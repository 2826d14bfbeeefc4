import { applicationsPolicy, gatherApplication, type Gathered } from '../../applications/index.js'
import { isLocked } from '../../invitations/index.js'
import { unchanged } from '../../../texts/in-every-language.js'
import type { Asked, PersonCommand } from '../command.js'
import { joined, nameOf, timeIn } from '../say.js'
import { texts } from '../texts/index.js'
import { inWords } from '../where-person-stands.js'

const words = texts.commands.progress

export const progress: PersonCommand = {
  verb: 'progress',
  words: ['进度', 'progress'],
  usage: texts.commands.progress.usage,
  does: texts.commands.progress.does,
  may: applicationsPolicy.read,
  action: 'candidate.read',
  about: 'people',
  changes: false,
  takes: 'nothing',

  async act(deps, asked, { person }) {
    const gathered = await gatherApplication(deps, person.application)
    const [name, state] = [nameOf(person), inWords(gathered, asked.now)]
    const { id: applicationId, positionId, appliedAt } = person.application
    const mayRead = await deps.sharing.mayRead(asked.member, { applicationId, positionId })
    const past = mayRead ? pastOf(gathered, appliedAt, asked) : words.notShared
    const locked = waitsForUnlock(gathered) ? [words.locked(person.shortCode)] : []
    return { lines: [words.line(name, state), past, ...locked] }
  },
}

/** Nobody but staff can open it again, and the candidate reads only that they have to wait. */
const waitsForUnlock = ({ invitation, interview }: Gathered): boolean =>
  invitation !== undefined && !interview && invitation.status !== 'revoked' && isLocked(invitation)

function pastOf({ invitation, interview, report }: Gathered, appliedAt: Date, { zone }: Asked) {
  const stillOpen = invitation && !interview && invitation.status !== 'revoked'
  const steps: [keyof typeof words.steps, Date | undefined][] = [
    ['applied', appliedAt],
    ['invited', invitation?.sentAt],
    ['opened', invitation?.openedAt],
    ['began', interview?.startedAt],
    ['submitted', interview?.submittedAt],
    ['report', report?.readyAt],
    ['until', stillOpen ? invitation.closesAt : undefined],
  ]
  const happened = steps.flatMap(([step, at]) => (at ? [words.steps[step](timeIn(at, zone))] : []))
  return joined(happened, unchanged(' · '))
}
