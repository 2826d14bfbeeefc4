/** What a candidate sees of a position, field by field: never weights, screening or the rule that decides. */
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { PositionForCandidate } from '../../../shared/contracts/positions.js'
import type { Position } from './position.js'

export function presentPositionForCandidate(position: Position, answerModes: AnswerMode[]): PositionForCandidate {
  return {
    id: position.id,
    title: position.title,
    department: position.department,
    city: position.city,
    open: position.open,
    summary: position.summary,
    duties: position.duties,
    requirements: position.requirements,
    minutes: position.minutes,
    questionCount: position.plan.length,
    answerModes,
    bring: position.bring,
    notes: position.notes,
  }
}
