/** What happened while a question was thought about and answered, with its times: facts, in no score (R41). Pure. */
import type { EventOnReport } from '../../../shared/contracts/scored-report.js'
import type { Interview, InterviewQuestion } from '../interviews/index.js'

type Event = Omit<Interview['events'][number], 'kind'> & {
  kind: Interview['events'][number]['kind'] | EventOnReport['kind']
}

/** Nothing was recorded meanwhile. */
const stopsRecorder: readonly Event['kind'][] = ['away', 'call']

/** In its order. What went on after the answer is not of it. */
export function eventsWhile(question: InterviewQuestion, happened: readonly Event[]): EventOnReport[] {
  const { number, clock, answer } = question
  if (!clock || !answer) return []
  const [shown, began, ended] = [clock.shownAt, clock.thinkingEndsAt, answer.at].map((at) => at.getTime()) as Moments
  const events = [...happened, ...simplerIn(question)]
  let lostMs = 0
  return events
    .filter((event) => event.kind !== 'slow-to-show' && (event.number ?? number) === number)
    .filter(({ from }) => from.getTime() >= shown && from.getTime() <= ended)
    .sort((one, other) => one.from.getTime() - other.from.getTime())
    .map((event) => {
      const lastedMs = Math.max(0, Math.min(event.to.getTime(), ended) - event.from.getTime())
      const told = { kind: event.kind as EventOnReport['kind'], lastedMs }
      if (event.from.getTime() < began) return { ...told, whileThinking: true as const }
      const atMs = Math.max(0, event.from.getTime() - began - lostMs)
      if (answer.recording && stopsRecorder.includes(event.kind)) lostMs += lastedMs
      return { ...told, ...(hasSecond(question) && { atMs }) }
    })
}

/** The plainer wording is shown at one moment. */
const simplerIn = ({ simpler, number }: InterviewQuestion): Event[] =>
  simpler ? [{ kind: `simpler-${simpler.why}`, from: simpler.at, to: simpler.at, number }] : []

type Moments = [shown: number, began: number, ended: number]

/** Recorded again, a second is one of another take. */
const hasSecond = ({ answer }: InterviewQuestion): boolean => !answer?.recording || answer.recording.take === 1

export function presentEvents(
  { events }: Pick<Interview, 'events'>,
  question: InterviewQuestion,
): { events?: EventOnReport[] } {
  if (question.answer?.recording) return {}
  const found = eventsWhile(question, events)
  return found.length > 0 ? { events: found } : {}
}
