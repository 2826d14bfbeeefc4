/** In which ways a position's questions may be answered today. */
import { isRecorded, type AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { Transcriber } from '../../ports/transcriber.js'
import type { Organisation } from '../accounts/index.js'
import type { Position } from './position.js'

export interface OfferedDeps {
  /** Absent: none is set up. */
  transcriber?: Transcriber | undefined
  organisationOf: (orgId: string) => Promise<Organisation>
}

export type AnswerModesOf = (orgId: string, position: Pick<Position, 'answerModes'>) => Promise<AnswerMode[]>

/** Spoken answers only where somebody hears them: a transcriber, or people, where the organisation accepts that they listen. */
export function answerModesWith({ transcriber, organisationOf }: OfferedDeps): AnswerModesOf {
  return async (orgId, { answerModes }) => {
    if (transcriber || !answerModes.some(isRecorded)) return [...answerModes]
    const { peopleListen = false } = (await organisationOf(orgId)).defaults
    return answerModes.filter((mode) => peopleListen || !isRecorded(mode))
  }
}
