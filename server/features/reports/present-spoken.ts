/** That an answer was spoken, who found out what was said, and what interrupted it. Whoever reads the report plays it. Pure. */
import type { SpokenOnReport } from '../../../shared/contracts/scored-report.js'
import type { MeasuresForReader } from '../../../shared/contracts/voice-measures.js'
import type { Interview, InterviewQuestion } from '../interviews/index.js'
import type { MeasuredVoice } from '../recordings/index.js'

type Event = Interview['events'][number]
type Told = SpokenOnReport['events'][number]

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
