/** What a candidate corrected of a transcript (E8): the difference as it is, without a verdict on it. Pure. */
import type { Assessment, NeedsPerson } from '../../../shared/contracts/assessment.js'
import type { CorrectionOnReport } from '../../../shared/contracts/scored-report.js'
import type { CorrectedVersions } from '../../../shared/contracts/report-versions.js'
import { bandNames, bandOf, scoreOfTotal } from '../assessment/index.js'
import {
  differenceOf,
  shareInCommon,
  writtenDownIn,
  type Interview,
  type InterviewQuestion,
} from '../interviews/index.js'
import type { Earlier } from './scored-again-store.js'
import { texts } from './texts/index.js'

/** Below it a person listens. */
const leastShare = 0.5

const sides = { both: 'both', first: 'heard', second: 'corrected' } as const

export function presentCorrection({ answer }: Pick<InterviewQuestion, 'answer'>): {
  correction?: CorrectionOnReport
} {
  if (!answer?.correction) return {}
  const { text, at } = answer.correction
  const share = shareInCommon(answer.text, text)
  return {
    correction: {
      at: at.toISOString(),
      samePercent: Math.round(share * 100),
      isFar: share < leastShare,
      pieces: differenceOf(answer.text, text).map((piece) => ({ in: sides[piece.in], text: piece.text })),
    },
  }
}

/** A question whose answer, or what was said to a follow-up of it, is far from what was heard. */
export function withFarCorrections(assessment: Assessment, interview: Interview): Assessment {
  const far = writtenDownIn(interview).flatMap((one): NeedsPerson[] => {
    const { correction } = presentCorrection(one)
    if (!correction?.isFar) return []
    const asked = interview.questions.find(({ number }) => number === (one.followUp?.of ?? one.number))
    return asked
      ? [{ reason: 'corrected', questionId: asked.sourceId, text: texts.farFromHeard(correction.samePercent) }]
      : []
  })
  return far.length === 0 ? assessment : { ...assessment, needsPerson: [...far, ...assessment.needsPerson] }
}

export interface CorrectedParts {
  interview: Pick<Interview, 'questions' | 'followUps'>
  assessment?: Assessment | undefined
  earlier?: readonly Earlier[] | undefined
}

/** `mayCompare`: nothing of the machine's verdict is hidden from who reads. */
export function presentCorrected(
  { interview, assessment, earlier = [] }: CorrectedParts,
  mayCompare: boolean,
): { corrected?: CorrectedVersions } {
  const times = writtenDownIn(interview).flatMap(({ answer }) => answer?.correction?.at.getTime() ?? [])
  if (times.length === 0) return {}
  const at = new Date(Math.max(...times)).toISOString()
  const [first] = earlier
  if (!mayCompare || !first || !assessment) return { corrected: { at } }
  return { corrected: { at, before: versionOf(first.assessment), after: versionOf(assessment) } }
}

function versionOf({ total, competencies }: Assessment): NonNullable<CorrectedVersions['before']> {
  return {
    by: [],
    ...(total !== undefined && { total, band: bandNames[bandOf(scoreOfTotal(total))] }),
    competencies: competencies.flatMap(({ competencyId: id, name, score }) =>
      score === undefined ? [] : [{ id, name, score, band: bandNames[bandOf(score)] }],
    ),
  }
}
