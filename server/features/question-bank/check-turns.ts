/** Turns of a scene: each reply goes by points that the question has, and the last one fits whatever was said. */
import type { Question, QuestionBankFile, SceneTurn } from '../../../shared/contracts/question-bank.js'
import type { Finding } from '../../data-files/file-problem.js'
import { texts } from './texts/index.js'

type Reply = SceneTurn['replies'][number]
type Path = readonly (string | number)[]

export const checkTurns = ({ questions }: QuestionBankFile): Finding[] =>
  questions.flatMap((question, at) =>
    (question.turns ?? []).flatMap((turn, index) => checkTurn(question, turn, ['questions', at, 'turns', index])),
  )

function checkTurn({ points }: Question, { replies }: SceneTurn, path: Path): Finding[] {
  const known = points.map(({ id }) => id)
  return replies.flatMap((reply, at) => {
    const place = [...path, 'replies', at]
    const isLast = at === replies.length - 1
    return [...unknownPoints(reply, known, place), ...alwaysFits(reply, isLast, place)]
  })
}

function unknownPoints({ when = {} }: Reply, known: readonly string[], path: Path): Finding[] {
  const { message, fix } = texts.turnPoint
  return (['met', 'missed'] as const).flatMap((list) =>
    (when[list] ?? []).flatMap((id, at) =>
      known.includes(id) ? [] : [{ at: [...path, 'when', list, at], message: message(id), fix: fix(known) }],
    ),
  )
}

/** With nothing to say the scene would end for some; behind one that always fits, others are never said. */
function alwaysFits({ when }: Reply, isLast: boolean, path: Path): Finding[] {
  const fits = [...(when?.met ?? []), ...(when?.missed ?? [])].length === 0
  if (fits === isLast) return []
  return [{ at: [...path, 'when'], ...(isLast ? texts.turnNeverEnds : texts.turnNeverSaid) }]
}
