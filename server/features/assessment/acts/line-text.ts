import type { AnswerScore } from '../../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { texts } from '../texts/index.js'

/** Which line, and the words that broke it or may have. */
export function lineText({ reason, redLine, caughtBy }: AnswerScore): Bilingual | undefined {
  if (!redLine || !caughtBy) return undefined
  const say = reason === 'may-cross' ? texts.mayCross : texts.redLine
  return say(redLine.label, caughtBy.text)
}
