/** Where somebody stands, in a few words that everybody in the group may read: no score, no answer. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import { unchanged } from '../../texts/in-every-language.js'
import { waitingIn, type Gathered } from '../applications/index.js'
import { screeningStage, type Decision } from '../flow/index.js'
import { stageNameOf, type Position } from '../positions/index.js'
import { lasting } from './say.js'
import { texts } from './texts/index.js'

const words = texts.standing

export function inWords(gathered: Gathered, now: Date): Bilingual {
  const waiting = waitingIn(gathered)
  if (waiting) return sayWaiting(waiting, gathered, now)
  const last = gathered.decisions.filter(({ status }) => status === 'decided').at(-1)
  if (last && !isOvertaken(last, gathered)) return sayDecided(last, gathered)
  if (gathered.interview) return sayInterview(gathered)
  return gathered.invitation ? words.invitation[gathered.invitation.status] : words.screening
}

/** A résumé that was let through has gone on to its invitation. */
const isOvertaken = ({ stage, verdict }: Decision, { invitation }: Gathered): boolean =>
  stage === screeningStage && verdict === 'invite' && invitation !== undefined

function sayWaiting({ stage, raisedAt, heldAt }: Decision, { position }: Gathered, now: Date): Bilingual {
  const name = nameOfStage(position, stage)
  const since = lasting(now.getTime() - raisedAt.getTime())
  if (raisedAt > now) return words.beforeRound(name)
  return heldAt ? words.onHold(name, since) : words.waiting(name, since)
}

const sayDecided = ({ stage, verdict }: Decision, { position }: Gathered): Bilingual =>
  words.decided[verdict!](nameOfStage(position, stage))

export const nameOfStage = (position: Position | undefined, stage: string): Bilingual =>
  position ? stageNameOf(position, stage) : unchanged(stage)

function sayInterview({ interview, report }: Gathered): Bilingual {
  if (interview!.abandonedAt) return words.abandoned
  if (!interview!.submittedAt) return words.interviewing
  return report ? words.reportReady : words.submitted
}
