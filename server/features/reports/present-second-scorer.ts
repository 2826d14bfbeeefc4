/** What a report says about the second scorer: who it was, how much it read, and where the rules scored alone. Pure. */
import type { Assessment } from '../../../shared/contracts/assessment.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { texts } from './texts/index.js'

const heardIn = ({ secondScorer }: Pick<Assessment, 'secondScorer'>): number =>
  secondScorer?.readings.filter(({ outcome }) => outcome !== 'rules-alone').length ?? 0

/** Those that had a part in it, with their versions (C12, C13). */
export function scorersIn(assessment: Pick<Assessment, 'scorer' | 'secondScorer'>): string {
  const { scorer, secondScorer } = assessment
  const model = heardIn(assessment) > 0 ? secondScorer?.by?.model : undefined
  return [`${scorer.id} ${scorer.version}`, ...(model === undefined ? [] : [model])].join(' + ')
}

/** Tells nothing of what it said, so that it may stand beside what is hidden. */
export function presentSecondScorer(assessment: Pick<Assessment, 'secondScorer'>): { secondScorer?: Bilingual } {
  const { secondScorer } = assessment
  if (!secondScorer || secondScorer.readings.length === 0) return {}
  const [heard, of] = [heardIn(assessment), secondScorer.readings.length]
  if (!secondScorer.by || heard === 0) return { secondScorer: texts.rulesAlone(whyUnheard(secondScorer)) }
  return { secondScorer: texts.secondScorer({ ...secondScorer.by, heard, of }) }
}

export function presentSecondReading(
  { secondScorer }: Pick<Assessment, 'secondScorer'>,
  questionId: string,
): { secondScorer?: Bilingual } {
  const reading = secondScorer?.readings.find((one) => one.questionId === questionId)
  if (!reading) return {}
  if (reading.score !== undefined) return { secondScorer: texts.secondScore(reading.score) }
  return { secondScorer: texts.rulesAlone(texts.unheard[reading.reason ?? 'failed']) }
}

const whyUnheard = ({ readings }: NonNullable<Assessment['secondScorer']>): Bilingual =>
  texts.unheard[readings[0]?.reason ?? 'failed']
