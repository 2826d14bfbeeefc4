/** That an answer was spoken, who found out what was said, and what interrupted it. Whoever reads the report plays it. Pure. */
import type { SpokenOnReport } from '../../../shared/contracts/scored-report.js'
import type { MeasuresForReader } from '../../../shared/contracts/voice-measures.js'
import type { Interview, InterviewQuestion } from '../interviews/index.js'
import type { MeasuredVoice } from '../recordings/index.js'
import { presentCorrection } from './present-correction.js'
import { eventsWhile } from './present-events.js'

export function presentSpoken(
  { events }: Pick<Interview, 'events'>,
  question: InterviewQuestion,
  measured?: MeasuredVoice,
): { spoken?: SpokenOnReport } {
  const { recording, text = '' } = question.answer ?? {}
  if (!recording) return {}
  const measures = measured && presentMeasures(measured, recording.heardBy === 'transcriber' ? text : '')
  return {
    spoken: {
      number: question.number,
      way: recording.way,
      heardBy: recording.heardBy ?? 'people',
      ...presentCorrection(question),
      events: eventsWhile(question, events),
      ...(measures && { measures }),
    },
  }
}

/** How fast somebody spoke is known only where it was written down: nothing is guessed. */
function presentMeasures(measured: MeasuredVoice, transcript: string): MeasuresForReader {
  const characters = transcript.match(/\p{Script=Han}|[\p{Script=Latin}\p{N}]+/gu)?.length ?? 0
  if ('unmeasured' in measured || characters === 0) return measured
  return { ...measured, charactersPerSecond: Math.round((characters / measured.speechSeconds) * 10) / 10 }
}
