/** Brings together what the engine needs: the very rubric the questions were drawn from, the answers, the résumé's facts. */
import type { Assessment } from '../../../shared/contracts/assessment.js'
import type { DecisionRule } from '../../../shared/contracts/positions.js'
import { bankVersionOf, type GivenAnswer, type Scorer } from '../assessment/index.js'
import { followUpsTo, wordsOf, type Interview } from '../interviews/index.js'
import { aiRoundOf, roundAfter, type Position, type PositionOf } from '../positions/index.js'
import type { QuestionBankStore } from '../question-bank/index.js'
import type { ApplicationStore } from '../talent/index.js'
import { resumeFacts } from './resume-facts.js'

export interface AssessDeps {
  positionOf: PositionOf
  banks: Pick<QuestionBankStore, 'findVersion'>
  applications: Pick<ApplicationStore, 'resumeOf'>
  scorer: Pick<Scorer, 'assess'>
}

type AskedOne = Interview['questions'][number]

export function assessInterviewWith(deps: AssessDeps) {
  return async (interview: Interview): Promise<Assessment> => {
    const { orgId, positionId, applicationId, candidateId, bankVersion } = interview
    const [position, bank, resume] = await Promise.all([
      deps.positionOf(orgId, positionId),
      deps.banks.findVersion(orgId, bankVersion),
      deps.applications.resumeOf({ orgId, id: applicationId, candidateId }),
    ])
    if (!position || !bank) throw new Error(`position ${positionId} or its bank ${bankVersion} is gone`)

    return deps.scorer.assess(bankVersionOf(orgId, bank), {
      asked: interview.questions.map(idsOf),
      answers: interview.questions.map((question) => ({ ...givenOf(question), ...toFollowUps(interview, question) })),
      weights: position.competencyWeights,
      position: ruleOf(position),
      resumeFacts: resumeFacts(resume),
    })
  }
}

/** The rule for advancing stands at the round after the AI interview. */
function ruleOf(position: Position): { id: string; decision?: DecisionRule } {
  const entry = roundAfter(position, aiRoundOf(position).id)?.entry
  return { id: position.id, ...(entry && { decision: entry }) }
}

function idsOf({ sourceId, answerWith, competencyId, expected }: AskedOne) {
  return { sourceId, answerWith, competencyId, ...(expected !== undefined && { expected }) }
}

function toFollowUps(interview: Interview, { number }: AskedOne): Pick<GivenAnswer, 'toFollowUps'> {
  const said = followUpsTo(interview, number).map(({ answer }) => (answer ? wordsOf(answer) : ''))
  return said.length > 0 ? { toFollowUps: said } : {}
}

/** The candidate was never shown a question without `clock`: that is not an empty answer. */
function givenOf({ sourceId, answer, clock }: AskedOne): GivenAnswer {
  if (!answer) return { questionId: sourceId, notAnswered: 'never-shown' }
  if (answer.text.trim() === '' && answer.endedBy === 'time')
    return { questionId: sourceId, notAnswered: clock ? 'ran-out-of-time' : 'never-shown' }
  return { questionId: sourceId, text: wordsOf(answer) }
}
