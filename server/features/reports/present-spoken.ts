/** That an answer was spoken, who found out what was said, and what interrupted it. Whoever reads the report plays it. Pure. */
import type { SpokenOnReport } from '../../../shared/contracts/scored-report.js'
import type { Interview, InterviewQuestion } from '../interviews/index.js'
import { presentCorrection } from './present-correction.js'
import { eventsWhile } from './present-events.js'

export function presentSpoken(
  { events }: Pick<Interview, 'events'>,
  question: InterviewQuestion,
): { spoken?: SpokenOnReport } {
  const recording = question.answer?.recording
  if (!recording) return {}
  return {
    spoken: {
      number: question.number,
      way: recording.way,
      heardBy: recording.heardBy ?? 'people',
      ...presentCorrection(question),
      events: eventsWhile(question, events),
    },
  }
}
