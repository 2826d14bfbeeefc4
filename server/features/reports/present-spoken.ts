/** That an answer was spoken, who found out what was said, and what interrupted it. Whoever reads the report plays it. Pure. */
import type { SpokenOnReport } from '../../../shared/contracts/scored-report.js'
import type { Interview, InterviewQuestion } from '../interviews/index.js'
import { presentCorrection } from './present-correction.js'

type Event = Interview['events'][number]
type Told = SpokenOnReport['events'][number]

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

/** What happened while it was answered, in its order. */
function eventsWhile({ number, clock, answer }: InterviewQuestion, events: readonly Event[]): Told[] {
  if (!clock || !answer) return []
  const [from, to] = [clock.thinkingEndsAt.getTime(), answer.at.getTime()]
  const isFirstTake = answer.recording?.take === 1
  let awayMs = 0
  return events
    .filter((event) => event.kind !== 'slow-to-show' && (event.number ?? number) === number)
    .filter((event) => event.from.getTime() >= from && event.from.getTime() <= to)
    .sort((one, other) => one.from.getTime() - other.from.getTime())
    .map((event) => {
      const lastedMs = event.to.getTime() - event.from.getTime()
      const atMs = event.from.getTime() - from - awayMs
      if (event.kind === 'away') awayMs += lastedMs
      return {
        kind: event.kind as Told['kind'],
        lastedMs,
        ...(isFirstTake && { atMs: Math.max(0, atMs) }),
      }
    })
}
