import { notFound } from '../../errors.js'
import { msBetween } from './instants.js'
import type { Answer, InterviewQuestion, PlannedQuestion } from './interview.js'
import type { InterviewStore } from './interview-store.js'

/** One answered question, opened: for scoring and for people who may read it. */
export interface GivenAnswer extends Omit<PlannedQuestion, 'thinkingSeconds' | 'answerSeconds' | 'competency'> {
  text: string
  endedBy: Answer['endedBy']
  lateByMs?: number
  /** From the end of the thinking time to the answer. */
  answeringMs: number
}

/** In the order of the questions; one that was never reached is left out. */
export async function answersOf(
  interviews: Pick<InterviewStore, 'find'>, orgId: string, id: string,
): Promise<GivenAnswer[]> {
  const interview = await interviews.find({ orgId, id })
  if (!interview) throw notFound('interview')
  return interview.questions.flatMap((question) => (question.answer ? [givenAnswer(question, question.answer)] : []))
}

function givenAnswer({ number, sourceId, kind, competencyId, stem, answerWith, unit, expected, clock }: InterviewQuestion, answer: Answer): GivenAnswer {
  const { text, endedBy, lateByMs, at } = answer
  return {
    number, sourceId, kind, competencyId, stem, answerWith, text, endedBy,
    ...(unit && { unit }),
    ...(expected !== undefined && { expected }),
    ...(lateByMs !== undefined && { lateByMs }),
    answeringMs: clock ? Math.max(0, msBetween(clock.thinkingEndsAt, at)) : 0,
  }
}
