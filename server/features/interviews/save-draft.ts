import { tooLong } from './answer-length.js'
import { secondsNow } from './answer-way.js'
import { questionOf, withQuestion, type Interview, type InterviewQuestion } from './interview.js'
import { act, type Act } from './phone.js'
import { isPastDeadline, skipThinking } from './question-clock.js'
import { allowed, notShown, pastDeadline, refused, unknownQuestion, type Ruling } from './ruling.js'

export interface SaveDraft extends Act {
  number: number
  text: string
  revision: number
}

/**
 * Autosave. What was saved last is the answer when the time is up. A late packet with an older revision is passed over, and so
 * is one that arrives after the candidate finished. Whoever types has begun, even if the phone could not say so.
 */
export function saveDraft(interview: Interview, { number, text, revision, ...who }: SaveDraft): Ruling {
  const { now, deviceKey } = who
  return act(interview, who, (current) => {
    const question = questionOf(current, number)
    if (!question) return refused(current, unknownQuestion())
    if (question.answer) return afterTheEnd(current, question, text)
    if (!question.clock) return refused(current, notShown(number))
    const fault = tooLong(question, text)
    if (fault) return refused(current, fault)
    if (isOld(question, { deviceKey, revision })) return allowed(current)

    const savedText = question.draft?.text ?? ''
    const isEdit = text !== savedText
    if (isPastDeadline(question.clock, now))
      return isEdit ? refused(current, pastDeadline(number, savedText)) : allowed(current)

    const clock = isEdit ? skipThinking(question.clock, secondsNow(question), now) : question.clock
    return allowed(withQuestion(current, { ...question, clock, draft: { text, revision, deviceKey, savedAt: now } }))
  })
}

function afterTheEnd(interview: Interview, { number, answer }: InterviewQuestion, text: string): Ruling {
  if (!answer || answer.endedBy === 'candidate' || answer.text === text) return allowed(interview)
  return refused(interview, pastDeadline(number, answer.text))
}

/** Only the phone in use gets here, so a draft of another phone is an earlier one, whatever it counted. */
const isOld = (
  { draft }: InterviewQuestion,
  { deviceKey, revision }: { deviceKey: string; revision: number },
): boolean => draft !== undefined && draft.deviceKey === deviceKey && revision <= draft.revision
