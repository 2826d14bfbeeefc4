/**
 * All answers of one interview into one assessment. Pure: the same input gives the same bytes. Everything a reader sees in
 * words comes from the rubric file or from texts/.
 */
import type { Assessment } from '../../../shared/contracts/assessment.js'
import { assessQuestion } from './assess-question.js'
import { assessCompetencies, isComplete, stabilityOf, totalOf } from './competency-scores.js'
import type { AskedQuestion } from '../question-types/index.js'
import { indicatorsFound } from './indicators.js'
import { idOf, type GivenAnswer, type InterviewToAssess } from './interview.js'
import { whatNeedsPerson } from './needs-person.js'
import { recommend } from './recommendation.js'
import { highlightsOf, suggestionsOf } from './remarks.js'
import { resumeHints } from './resume-hints.js'
import { bandOf, scoreOfTotal } from './scale.js'
import { rulesScorerVersion } from './score-answer.js'

export function assessInterview(input: InterviewToAssess): Assessment {
  const { position, rubricVersion } = input
  const questions = input.questions.map((asked) => assessQuestion(asked, answerTo(asked, input.answers), input))
  const competencies = assessCompetencies(input, questions)
  const total = totalOf(competencies)
  const complete = isComplete(competencies)
  const stability = stabilityOf(questions)
  const needsPerson = whatNeedsPerson({ questions, competencies, total, position })

  return {
    positionId: position.id,
    rubricVersion,
    scorer: rulesScorerVersion,
    ...(total !== undefined && { total, band: bandOf(scoreOfTotal(total)) }),
    complete,
    competencies,
    questions,
    highlights: highlightsOf(input.questions, questions),
    suggestions: suggestionsOf(input.questions, questions),
    resumeHints: resumeHints(input.resumeFacts ?? [], competencies, input.answers),
    ...(input.indicators && { indicators: indicatorsFound(input, questions) }),
    ...(stability && { stability }),
    recommendation: recommend({ total, complete, competencies, questions, decision: position.decision }),
    needsPerson,
  }
}

function answerTo(asked: AskedQuestion, answers: readonly GivenAnswer[]): GivenAnswer {
  const questionId = idOf(asked)
  return answers.find((answer) => answer.questionId === questionId) ?? { questionId }
}
