/**
 * What is asked next about a question, if anything. Pure and repeatable. In a scene the other person goes on by what the answers so far met
 * or missed; of a told experience one part that is missing is asked for, once. What is said comes out of the bank, never out of a score.
 */
import type { AnswerReason, AnswerScore } from '../../../../shared/contracts/assessment.js'
import type { Question, RedLine, SceneTurn } from '../../../../shared/contracts/question-bank.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { scoreWithFollowUps } from './score-with-follow-ups.js'
import { isTold, saysOnlyWe, type Part } from '../reading/told-parts.js'
import { usualReply } from './usual-reply.js'

export interface SaidSoFar {
  question: Question
  /** To the question, then to each of its follow-ups. */
  said: readonly string[]
  redLines?: readonly RedLine[]
}

export function nextFollowUp(so: SaidSoFar): Bilingual | undefined {
  const { question, said } = so
  // Whoever has nothing more to say is not asked again.
  if ((said.at(-1) ?? '').trim() === '') return undefined
  return question.kind === 'behavioural' ? probe(so) : nextTurn(so)
}

function nextTurn(so: SaidSoFar): Bilingual | undefined {
  const { question, said } = so
  const turn = question.turns?.[said.length - 1]
  if (!turn) return undefined
  const score = scoreOf(so)
  return isUnderstood(score) ? replyTo(turn, score) : usualReply(question, said.length)
}

function replyTo({ replies }: SceneTurn, { points }: AnswerScore): Bilingual | undefined {
  const met = new Set(points.filter(({ hit }) => hit).map(({ pointId }) => pointId))
  return replies.find(
    ({ when }) => (when?.met ?? []).every((id) => met.has(id)) && (when?.missed ?? []).every((id) => !met.has(id)),
  )?.says
}

/** The weightiest for a score first. */
const parts = ['action', 'result', 'situation', 'task'] as const satisfies readonly Part[]

function probe(so: SaidSoFar): Bilingual | undefined {
  const { question, said } = so
  const [answer = '', ...more] = said
  if (!question.probes || more.length > 0) return undefined
  if (question.probes.ownPart && saysOnlyWe(answer)) return question.probes.ownPart

  const score = scoreOf(so)
  if (score.reason === 'language' || score.reason === 'injected') return undefined
  const missing = parts.find((part) => question.probes?.[part] && isMissing(part, answer, score))
  return missing && question.probes[missing]
}

/** By the rubric's point of that name; where the question has none, or the rules did not understand, by signs in the text. */
function isMissing(part: (typeof parts)[number], answer: string, score: AnswerScore): boolean {
  const point = score.points.find(({ pointId }) => pointId === part)
  return point && isUnderstood(score) ? !point.hit : !isTold(part, answer)
}

const scoreOf = ({ question, said: [answer = '', ...toFollowUps], redLines = [] }: SaidSoFar): AnswerScore =>
  scoreWithFollowUps({ question, answer, toFollowUps, redLines })

/** A third language counts as words to the examiner where nothing else is said. */
const unread: readonly AnswerReason[] = ['language', 'not-understood', 'injected']
const isUnderstood = ({ reason }: AnswerScore): boolean => reason === undefined || !unread.includes(reason)
