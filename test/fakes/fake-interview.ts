/** The course of one interview as the phone sees it: next → issued → thinking → answering → next … → finished. */
import type { AnswerMode } from '../../shared/contracts/answer-modes.js'
import type { InterviewForCandidate, InterviewStep, QuestionForCandidate } from '../../shared/contracts/interviews.js'
import type { Recording, TakesForCandidate } from '../../shared/contracts/recordings.js'
import { ids, plainer, questions } from './candidate-samples.js'

export interface FakeInterview {
  view(): InterviewForCandidate
  /** What the last part of the address asks for; returns the code of a refusal. */
  act(name: string, body: Record<string, unknown>): string | undefined
  step: InterviewStep
  answers: string[]
  /** Of spoken answers, as they were handed in. */
  recordings: Recording[]
  /** Pieces that arrived: take/clip/piece → bytes. */
  pieces: Map<string, number>
  takes(): TakesForCandidate
  /** The phone that may act. */
  device: string | undefined
}

const restMs = 30_000

export function fakeInterview(now: () => number, asked: QuestionForCandidate[] = questions): FakeInterview {
  const at = (ms: number) => new Date(ms).toISOString()
  const questionAt = (number: number) => asked.find((one) => one.number === number) as QuestionForCandidate

  /** In the order of the list, in which a follow-up stands behind its question. */
  function nextStep(lastNumber: number, byTime: boolean): InterviewStep {
    const next = asked[asked.findIndex(({ number }) => number === lastNumber) + 1]
    if (!next) return { kind: 'finished', submittedAt: at(now()) }
    const { number, kind, followUp } = next
    const step = { kind: 'next' as const, number, lastNumber, lastEndedByTime: byTime }
    return followUp
      ? { ...step, restExtendable: false, followUp: { of: followUp.of, turn: followUp.turn, kind } }
      : { ...step, restEndsAt: at(now() + restMs), restExtendable: true }
  }

  const answering = (question: QuestionForCandidate): InterviewStep => ({
    kind: 'answering',
    question,
    endsAt: at(now() + question.answerSeconds * 1_000),
    draft: { text: '', revision: 0 },
  })

  /** In another way, with its own time, counted from when answering began. */
  function begun(step: Extract<InterviewStep, { question: QuestionForCandidate }>, way: AnswerMode): InterviewStep {
    if (step.kind === 'thinking') return answering(inWay(step.question, way))
    if (step.kind !== 'answering') return step
    const question = inWay(step.question, way)
    const changeMs = (question.answerSeconds - step.question.answerSeconds) * 1_000
    return { ...step, question, endsAt: at(Date.parse(step.endsAt) + changeMs) }
  }

  function simplified<Step extends { question: QuestionForCandidate }>(step: Step): Step {
    const { simplerLeft: _left, ...question } = step.question
    return { ...step, question: { ...question, simplerStem: plainer } }
  }

  /** The question that ended at its deadline: what was written before it may still come in (late, by `finishedMsAgo`). */
  let closed = { index: -1, endedMs: 0 }

  /** The clock goes on by itself. */
  function settle(): void {
    const { step } = interview
    if (!('endsAt' in step) || Date.parse(step.endsAt) > now()) return
    if (step.kind === 'thinking') interview.step = answering(step.question)
    else if (step.kind === 'answering') {
      closed = { index: interview.answers.length, endedMs: Date.parse(step.endsAt) }
      interview.answers.push(step.draft.text)
      interview.step = nextStep(step.question.number, true)
    }
  }

  function act(name: string, body: Record<string, unknown>): string | undefined {
    settle()
    if (name === 'interviews') return takeUp(body)
    if (interview.device !== body['deviceKey']) return 'taken-over'
    const { step } = interview
    if (name === 'rest' && step.kind === 'next')
      interview.step = {
        ...step,
        restEndsAt: at(Date.parse(step.restEndsAt ?? at(now())) + restMs),
        restExtendable: false,
      }
    if (name === 'issue' && step.kind === 'next') interview.step = { kind: 'issued', question: questionAt(step.number) }
    if (name === 'shown' && step.kind === 'issued')
      interview.step = {
        kind: 'thinking',
        question: step.question,
        endsAt: at(now() + step.question.thinkingSeconds * 1_000),
      }
    if (name === 'begin' && 'question' in step)
      interview.step = begun(step, (body['answerWith'] as AnswerMode | undefined) ?? step.question.answerWith)
    if (name === 'simpler' && 'question' in step && step.question.simplerLeft) interview.step = simplified(step)
    if (name === 'draft') return saveDraft(body)
    if (name === 'answer') return submit(body)
    return undefined
  }

  function takeUp(body: Record<string, unknown>): string | undefined {
    if (interview.device !== undefined && interview.device !== body['deviceKey'] && body['takeOver'] !== true)
      return 'other-device'
    interview.device = body['deviceKey'] as string
    return undefined
  }

  function saveDraft(body: Record<string, unknown>): string | undefined {
    const { step } = interview
    if (step.kind !== 'answering') return 'past-deadline'
    const { text, revision } = body as { text: string; revision: number }
    if (revision > step.draft.revision) interview.step = { ...step, draft: { text, revision, savedAt: at(now()) } }
    return undefined
  }

  function submit(body: Record<string, unknown>): string | undefined {
    const { step } = interview
    if (body['recording']) interview.recordings.push(body['recording'] as Recording)
    if (step.kind !== 'answering') return submitLate(body)
    interview.answers.push(body['text'] as string)
    interview.step = nextStep(step.question.number, false)
    return undefined
  }

  function submitLate({ text, finishedMsAgo }: Record<string, unknown>): string | undefined {
    if (closed.index !== interview.answers.length - 1 || now() - (finishedMsAgo as number) > closed.endedMs)
      return 'past-deadline'
    interview.answers[closed.index] = text as string
    return undefined
  }

  /** A rest that is over is not shown any more. */
  function shownStep(): InterviewStep {
    const { step } = interview
    if (step.kind !== 'next' || step.restEndsAt === undefined || Date.parse(step.restEndsAt) > now()) return step
    const { restEndsAt: _over, ...rest } = step
    return { ...rest, restExtendable: false }
  }

  const interview: FakeInterview = {
    step: { kind: 'next', number: 1, restExtendable: false, lastEndedByTime: false },
    answers: [],
    recordings: [],
    pieces: new Map(),
    takes: () => ({ takes: takesOf([...interview.pieces.keys()]) }),
    device: undefined,
    act,
    view() {
      settle()
      return {
        id: ids.interview,
        applicationId: ids.application,
        invitationId: ids.invitation,
        positionTitle: { zh: '综合柜员', en: 'Bank teller' },
        serverNow: at(now()),
        closesAt: at(now() + 3 * 24 * 3_600_000),
        questionCount: asked.filter(({ followUp }) => !followUp).length,
        answeredCount: asked
          .slice(0, interview.answers.length)
          .filter((one, index) => !one.followUp && !asked[index + 1]?.followUp).length,
        minutesLeft: 4 * (asked.length - interview.answers.length),
        givenBackMs: 0,
        step: shownStep(),
      }
    },
  }
  return interview
}

function inWay(question: QuestionForCandidate, way: AnswerMode): QuestionForCandidate {
  const ways = [question, ...(question.otherWays ?? [])].map(({ answerWith, answerSeconds }) => ({
    answerWith,
    answerSeconds,
  }))
  const chosen = ways.find(({ answerWith }) => answerWith === way)
  if (!chosen || way === question.answerWith) return question
  return { ...question, ...chosen, otherWays: ways.filter(({ answerWith }) => answerWith !== way) }
}

function takesOf(keys: string[]): TakesForCandidate['takes'] {
  const parts = keys.map((key) => key.split('/').map(Number) as [number, number, number])
  const numbers = (all: number[]) => [...new Set(all)].sort((one, other) => one - other)
  return numbers(parts.map(([take]) => take)).map((take) => ({
    take,
    clips: numbers(parts.filter((part) => part[0] === take).map(([, clip]) => clip)).map((clip) => ({
      clip,
      pieces: numbers(parts.filter((part) => part[0] === take && part[1] === clip).map(([, , piece]) => piece)),
    })),
  }))
}
