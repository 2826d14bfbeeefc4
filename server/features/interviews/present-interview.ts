/** What the phone sees of its interview, field by field. A question that was not issued is not in it. */
import type {
  InterviewForCandidate,
  InterviewStep,
  QuestionForCandidate,
} from '../../../shared/contracts/interviews.js'
import { maxCharactersOf } from './answer-length.js'
import { answersIn, secondsNow } from './answer-way.js'
import { isRestExtendable } from './extend-rest.js'
import { msBetween } from './instants.js'
import {
  currentQuestion,
  followUpsTo,
  questionBefore,
  questionOf,
  type Interview,
  type InterviewQuestion,
} from './interview.js'
import { isThinking, type QuestionClock } from './question-clock.js'

/** `interview` as it stands at `now`: caught up. */
export function presentInterviewForCandidate(interview: Interview, now: Date): InterviewForCandidate {
  return {
    id: interview.id,
    applicationId: interview.applicationId,
    invitationId: interview.invitationId,
    positionTitle: interview.positionTitle,
    serverNow: now.toISOString(),
    closesAt: interview.closesAt.toISOString(),
    questionCount: interview.questions.length,
    answeredCount: interview.questions.filter((question) => isOver(interview, question)).length,
    minutesLeft: minutesLeft(interview, now),
    givenBackMs: interview.givenBackMs,
    step: stepOf(interview, now),
  }
}

/** While the interview goes on, with all that was asked after it. */
const isOver = (interview: Interview, { answer, number }: InterviewQuestion): boolean =>
  answer !== undefined && (interview.status !== 'started' || followUpsTo(interview, number).every((one) => one.answer))

function stepOf(interview: Interview, now: Date): InterviewStep {
  const { abandonedAt, submittedAt } = interview
  if (abandonedAt) return { kind: 'abandoned', at: abandonedAt.toISOString() }
  const question = currentQuestion(interview)
  if (!question) return { kind: 'finished', submittedAt: (submittedAt ?? now).toISOString() }
  if (!question.issuedAt) return nextStep(interview, question, now)
  const shown = presentQuestion(interview, question)
  if (!question.clock) return { kind: 'issued', question: shown }
  return runningStep(question, question.clock, { shown, now })
}

function nextStep(interview: Interview, { number, kind, followUp }: InterviewQuestion, now: Date): InterviewStep {
  const { rest } = interview
  const before = questionBefore(interview, number)
  return {
    kind: 'next',
    number,
    ...(rest && now < rest.endsAt && { restEndsAt: rest.endsAt.toISOString() }),
    restExtendable: isRestExtendable(interview, now),
    lastEndedByTime: before?.answer?.endedBy === 'time',
    ...(before && before.number !== number - 1 && { lastNumber: before.number }),
    ...(followUp && { followUp: { ...followUp, kind } }),
  }
}

function runningStep(
  { draft }: InterviewQuestion,
  clock: QuestionClock,
  { shown, now }: { shown: QuestionForCandidate; now: Date },
): InterviewStep {
  if (isThinking(clock, now)) return { kind: 'thinking', question: shown, endsAt: clock.thinkingEndsAt.toISOString() }
  return {
    kind: 'answering',
    question: shown,
    endsAt: clock.answerEndsAt.toISOString(),
    draft: draft
      ? { text: draft.text, revision: draft.revision, savedAt: draft.savedAt.toISOString() }
      : { text: '', revision: 0 },
  }
}

function presentFollowUp(
  interview: Interview,
  { followUp }: InterviewQuestion,
): Pick<QuestionForCandidate, 'followUp'> {
  const after = followUp && questionOf(interview, followUp.of)?.stem
  return after ? { followUp: { ...followUp, after } } : {}
}

/** Those that are left beside the one in which it is answered now. */
function presentWays(question: InterviewQuestion): Pick<QuestionForCandidate, 'otherWays' | 'takes'> {
  const { otherWays, takes, answerWith, answerSeconds } = question
  if (!otherWays) return {}
  const ways = [{ answerWith, answerSeconds }, ...otherWays].filter((way) => way.answerWith !== answersIn(question))
  return { otherWays: ways, ...(takes && { takes }) }
}

/** Its words only once they were asked for: so it is known who saw them. */
function presentSimpler(
  { simplerAfterSeconds }: Interview,
  { simplerStem, simpler }: InterviewQuestion,
): Pick<QuestionForCandidate, 'simplerStem' | 'simplerLeft'> {
  if (!simplerStem) return {}
  if (simpler) return { simplerStem }
  return { simplerLeft: { ...(simplerAfterSeconds !== undefined && { afterSeconds: simplerAfterSeconds }) } }
}

function presentQuestion(interview: Interview, question: InterviewQuestion): QuestionForCandidate {
  return {
    number: question.number,
    kind: question.kind,
    competency: question.competency,
    stem: question.stem,
    answerWith: answersIn(question),
    ...presentWays(question),
    ...presentSimpler(interview, question),
    ...presentFollowUp(interview, question),
    ...(question.unit && { unit: question.unit }),
    thinkingSeconds: question.thinkingSeconds,
    answerSeconds: secondsNow(question),
    maxCharacters: maxCharactersOf(question),
  }
}

/** Of the minutes that were promised, the share of the time that is left: most people need less than all of it. */
function minutesLeft({ status, minutes, questions, followUps = [] }: Interview, now: Date): number {
  if (status !== 'started') return 0
  const left = [...questions, ...followUps]
    .filter(({ answer }) => !answer)
    .reduce((sum, question) => sum + msLeft(question, now), 0)
  const all =
    questions.reduce((sum, { thinkingSeconds, answerSeconds }) => sum + thinkingSeconds + answerSeconds, 0) * 1000
  return Math.ceil(minutes === undefined ? left / 60_000 : minutes * Math.min(1, left / all))
}

function msLeft(question: InterviewQuestion, now: Date): number {
  const { clock, thinkingSeconds } = question
  return clock ? Math.max(0, msBetween(now, clock.answerEndsAt)) : (thinkingSeconds + secondsNow(question)) * 1000
}
