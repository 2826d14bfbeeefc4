/** In which ways a position's questions may be answered today. */
import { isRecorded, type AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { Organisation } from '../accounts/index.js'
import type { Position } from './position.js'

export interface OfferedDeps {
  organisationOf: (orgId: string) => Promise<Organisation>
}

export type AnswerModesOf = (orgId: string, position: Pick<Position, 'answerModes'>) => Promise<AnswerMode[]>

/** Spoken answers only where somebody hears them: the organisation accepts that people listen. */
export function answerModesWith({ organisationOf }: OfferedDeps): AnswerModesOf {
  return async (orgId, { answerModes }) => {
    if (!answerModes.some(isRecorded)) return answerModes
    const { peopleListen = false } = (await organisationOf(orgId)).defaults
    return answerModes.filter((mode) => peopleListen || !isRecorded(mode))
  }
}
