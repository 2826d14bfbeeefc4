/** Whether an answer crosses a line, by whole phrasings or by act and object: a question's own lines before those of the bank. */
import type { EvidenceSpan } from '../../../../shared/contracts/assessment.js'
import type { RedLine } from '../../../../shared/contracts/question-bank.js'
import type { ReadText } from '../reading/read-text.js'
import { findBrokenLine, quote } from '../rubric/red-lines.js'
import { findAct } from './find-act.js'

export interface CrossedLine {
  redLine: Pick<RedLine, 'id' | 'label'>
  caughtBy: EvidenceSpan
  /** Otherwise it may be: a person says. */
  certain: boolean
}

interface Lines {
  own: readonly RedLine[]
  ofBank: readonly RedLine[]
}

export function findCrossedLine(
  text: ReadText,
  { own, ofBank }: Lines,
  ignored: ReadonlySet<number>,
): CrossedLine | undefined {
  const broken = findBrokenLine(text, [...own, ...ofBank], ignored)
  if (broken) return crossed(broken.line, broken.caughtBy, true)

  const acts = [own, ofBank].flatMap((lines) => findAct(text, lines, ignored) ?? [])
  const act = acts.find(({ certain }) => certain) ?? acts[0]
  return act && crossed(act.line, quote(text, act.clauses), act.certain)
}

const crossed = (
  { id, label }: Pick<RedLine, 'id' | 'label'>,
  caughtBy: EvidenceSpan,
  certain: boolean,
): CrossedLine => ({
  redLine: { id, label },
  caughtBy,
  certain,
})
