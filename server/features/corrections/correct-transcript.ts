/** A candidate corrects what was written down of a spoken answer. It is scored again by a job of its own. */
import type { TranscriptsForCandidate } from '../../../shared/contracts/corrections.js'
import { conflict } from '../../errors.js'
import {
  changeInterview,
  correctAnswer,
  questionOf,
  viewInterview,
  type ChangeDeps,
  type Corrects,
  type WhichInterview,
} from '../interviews/index.js'
import type { Timeline } from '../timeline/index.js'
import { correctionState, viewTranscripts, type TranscriptDeps } from './view-transcripts.js'

export interface CorrectDeps extends Omit<TranscriptDeps, 'interviews'>, Omit<ChangeDeps, 'interviews' | 'wake'> {
  interviews: TranscriptDeps['interviews'] & ChangeDeps['interviews']
  timeline: Timeline
  wake: (job: 'score-corrected' | 'follow-interviews') => void
}

/**
 * The same text again is the same correction, also after it closed: a phone that heard nothing sends it again.
 * @throws AppError nothing-to-correct, already-corrected, correction-over, correction-decided
 */
export async function correctTranscript(
  deps: CorrectDeps,
  which: WhichInterview & { openid: string },
  { number, text }: Pick<Corrects, 'number' | 'text'>,
): Promise<TranscriptsForCandidate> {
  const before = await viewInterview(deps, which)
  const known = questionOf(before, number)?.answer?.correction
  if (known?.text !== text.trim() && (await correctionState(deps, before)) === 'decided')
    throw conflict('correction-decided')

  const { openid } = which
  const after = await changeInterview(deps, which, (interview, now) =>
    correctAnswer(interview, { number, text, openid, now }),
  )
  const at = questionOf(after, number)?.answer?.correction?.at
  if (at) {
    const { orgId, id: interviewId, candidateId, applicationId } = after
    const key = `transcript-corrected:${interviewId}:${number}`
    const whose = { orgId, candidateId, applicationId, interviewId }
    await deps.timeline.append({ ...whose, at, kind: 'transcript-corrected', key })
    deps.wake('score-corrected')
  }
  return viewTranscripts(deps, which)
}
