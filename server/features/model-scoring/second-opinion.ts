/** A second scorer on a whole interview: only with a consent that names it, by a moment at which the report goes on without it. */
import type { Assessment } from '../../../shared/contracts/assessment.js'
import type { PrivacyNotice } from '../../../shared/contracts/consent.js'
import type { Question } from '../../../shared/contracts/question-bank.js'
import type { SecondReading, SecondScorer } from '../../../shared/contracts/second-scorer.js'
import type { ModelScorer } from '../../ports/model-scorer.js'
import type { ConsentStore } from '../consent/index.js'
import { wholeAnswer } from '../assessment/index.js'
import { followUpsTo, wordsOf, type Interview, type InterviewStore } from '../interviews/index.js'
import type { QuestionBankStore } from '../question-bank/index.js'
import type { ApplicationStore } from '../talent/index.js'
import { answersToRead, compared, unheard } from './compare-scorers.js'
import { readAnswer, type ModelUse, type ReadDeps } from './read-answer.js'
import { settleRuns } from './settle-runs.js'
import { withoutPerson } from './what-is-sent.js'

export interface SecondOpinionDeps extends Omit<ReadDeps, 'modelScorer' | 'modelUse'> {
  /** Absent: none is set up. */
  modelScorer: ModelScorer | undefined
  modelUse: ModelUse | undefined
  interviews: Pick<InterviewStore, 'find'>
  banks: Pick<QuestionBankStore, 'findVersion'>
  applications: Pick<ApplicationStore, 'resumeOf'>
  consents: Pick<ConsentStore, 'grantedUnder'>
  notice: Pick<PrivacyNotice, 'version'>
}

export interface AskedAbout {
  orgId: string
  interviewId: string
  invitationId: string
  assessment: Assessment
  until: Date
}

export type SecondOpinion = (about: AskedAbout) => Promise<SecondScorer>

interface Reader {
  deps: ReadDeps
  interview: Interview
  questions: readonly Question[]
  rubricVersion: string
  resume: Parameters<typeof withoutPerson>[1]
  signal: AbortSignal
}

export function secondOpinionWith({ modelScorer, modelUse, ...deps }: SecondOpinionDeps): SecondOpinion {
  return async ({ orgId, interviewId, invitationId, assessment, until }) => {
    if (!modelScorer || !modelUse) return unheard(assessment, 'switched-off')
    const by = { ...modelScorer.identity, prompt: modelScorer.promptVersion, runs: modelUse.runs }
    const leftMs = until.getTime() - deps.clock.now().getTime()
    if (leftMs <= 0) return { by, ...unheard(assessment, 'late') }
    const agreedTo = await deps.consents.grantedUnder(orgId, invitationId, 'ai-scoring')
    if (agreedTo !== deps.notice.version) return { by, ...unheard(assessment, 'not-agreed') }

    const reader = await readerOf({ ...deps, modelScorer, modelUse }, { orgId, interviewId }, leftMs)
    const readings = await Promise.all(answersToRead(assessment).map((one) => readOne(reader, one)))
    return { by, readings }
  }
}

async function readerOf(
  deps: Omit<SecondOpinionDeps, 'modelScorer' | 'modelUse'> & ReadDeps,
  { orgId, interviewId }: Pick<AskedAbout, 'orgId' | 'interviewId'>,
  leftMs: number,
): Promise<Reader> {
  const signal = AbortSignal.timeout(leftMs)
  const interview = await deps.interviews.find({ orgId, id: interviewId })
  if (!interview) throw new Error(`interview ${interviewId} is gone`)
  const { applicationId: id, candidateId, bankVersion } = interview
  const [bank, resume] = await Promise.all([
    deps.banks.findVersion(orgId, bankVersion),
    deps.applications.resumeOf({ orgId, id, candidateId }),
  ])
  if (!bank) throw new Error(`bank ${bankVersion} is gone`)
  return { deps, interview, questions: bank.questions, rubricVersion: bank.version, resume, signal }
}

async function readOne(
  { deps, interview, questions, rubricVersion, resume, signal }: Reader,
  { questionId, rulesScore }: { questionId: string; rulesScore: number },
): Promise<SecondReading> {
  const question = questions.find(({ id }) => id === questionId)
  const given = saidTo(interview, questionId)
  if (!question || given === undefined) throw new Error(`question ${questionId} is gone`)

  const { orgId, candidateId } = interview
  const { identity, promptVersion } = deps.modelScorer
  const answer = withoutPerson(given, resume)
  const which = { orgId, candidateId, rubricVersion, questionId, answer, promptVersion }
  const heard = await readAnswer(
    deps,
    {
      which: { ...which, model: identity.model, runs: deps.modelUse.runs },
      task: taskOf(question, answer),
    },
    signal,
  )
  if (heard.kind === 'unheard') return { questionId, outcome: 'rules-alone', reason: heard.reason }
  return compared(questionId, rulesScore, settleRuns(heard.runs, question.points, answer))
}

/** To the question and to its follow-ups, as the rules read it. */
function saidTo(interview: Interview, questionId: string): string | undefined {
  const asked = interview.questions.find(({ sourceId }) => sourceId === questionId)
  if (!asked?.answer) return undefined
  const toFollowUps = followUpsTo(interview, asked.number).map(({ answer }) => (answer ? wordsOf(answer) : ''))
  return wholeAnswer(wordsOf(asked.answer), toFollowUps).text
}

/** Of a question only what an examiner would be given. */
const taskOf = ({ stem, points }: Question, answer: string) => ({
  stem,
  points: points.map(({ id, label, examples }) => ({
    id,
    label,
    examples: examples.map(({ text, level }) => ({ text, level })),
  })),
  answer,
})
