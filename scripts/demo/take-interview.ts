/** Walks through a whole interview: each question is issued, acknowledged, begun, saved once and answered; follow-ups are left out unless answers are given. */
import type { InterviewForCandidate, QuestionForCandidate } from '../../shared/contracts/interviews.js'
import type { CandidateClient } from './candidate-client.js'

type Answers = (question: QuestionForCandidate) => string

const nothingToAdd: Answers = () => ''

export async function takeInterview(
  candidate: CandidateClient,
  invitationId: string,
  answers: Answers,
  toFollowUps: Answers = nothingToAdd,
): Promise<InterviewForCandidate> {
  const says: Answers = (question) => (question.followUp ? toFollowUps : answers)(question)
  let view = await candidate.startInterview(invitationId)
  while (view.step.kind !== 'finished' && view.step.kind !== 'abandoned') view = await takeStep(candidate, view, says)
  return view
}

/** Leaves out whatever is asked on an answer. */
export async function skipFollowUps(
  candidate: CandidateClient,
  view: InterviewForCandidate,
): Promise<InterviewForCandidate> {
  const { step } = view
  const isFollowUp = step.kind === 'next' ? step.followUp : 'question' in step && step.question.followUp
  return isFollowUp ? skipFollowUps(candidate, await takeStep(candidate, view, nothingToAdd)) : view
}

async function takeStep(
  candidate: CandidateClient,
  { id, step }: InterviewForCandidate,
  answers: Answers,
): Promise<InterviewForCandidate> {
  switch (step.kind) {
    case 'next':
      return candidate.issue(id, step.number)
    case 'issued':
      return candidate.shown(id, step.question.number)
    case 'thinking':
      return candidate.begin(id, step.question.number)
    case 'answering':
      return answerQuestion(candidate, id, {
        question: step.question,
        text: answers(step.question),
        revision: step.draft.revision,
      })
    default:
      throw new Error('the interview is over')
  }
}

async function answerQuestion(
  candidate: CandidateClient,
  id: string,
  { question, text, revision }: { question: QuestionForCandidate; text: string; revision: number },
) {
  if (text)
    await candidate.saveDraft(id, question.number, {
      text: text.slice(0, Math.ceil(text.length / 2)),
      revision: revision + 1,
    })
  return candidate.answer(id, question.number, text)
}
