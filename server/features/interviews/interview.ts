/** One interview: what is fixed when it starts and what happens to it. Pure: no clock, no store, no network. */
import type { RecordedWay, WrittenMode } from '../../../shared/contracts/answer-modes.js'
import type { InterviewStatus } from '../../../shared/contracts/interviews.js'
import type { RecordedClip } from '../../../shared/contracts/recordings.js'
import type { CompetencyId } from '../../../shared/contracts/question-bank.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { Asked } from '../question-types/index.js'
import type { QuestionClock } from './question-clock.js'

/** A question as it was drawn: a later change of the bank never changes what a candidate was asked. */
export interface PlannedQuestion extends Omit<Asked, 'mayFollow'> {
  /** Its address; follow-ups are numbered behind all questions. */
  number: number
  /** Question or template of the bank. */
  sourceId: string
  competencyId: CompetencyId
  competency: Bilingual
  /** As the bank asks for it. */
  answerWith: WrittenMode
  /** With the candidate's accommodation. */
  thinkingSeconds: number
  answerSeconds: number
  /** Times of what may be asked after it, with the candidate's accommodation. Interviews begun before there were follow-ups have none. */
  mayFollow?: Times[]
  /** How else it may be answered: offered by the position, and agreed to by the candidate. */
  otherWays?: Way[]
  /** How often an answer may be recorded; the last take counts. */
  takes?: number
}

export interface Way {
  answerWith: RecordedWay
  /** With the candidate's accommodation. */
  answerSeconds: number
}

export interface Times {
  thinkingSeconds: number
  answerSeconds: number
}

export interface Draft {
  text: string
  revision: number
  /** Revisions count per phone. */
  deviceKey: string
  savedAt: Date
}

/** Who found out what was said. `people`: nobody wrote it down, so it is listened to and never scored by a machine. */
export const hearers = ['transcriber', 'people'] as const
export type Hearer = (typeof hearers)[number]

/** Of a spoken answer; its text is empty until somebody wrote it down. */
export interface RecordedAnswer {
  way: RecordedWay
  /** As the phone told it; absent when the time ended it: then what has arrived of the last take is the answer. */
  take?: number
  clips?: RecordedClip[]
  heardBy?: Hearer
}

/** What the candidate says was said, where it was misheard. It stands beside the transcript, never in its place. */
export interface Correction {
  text: string
  at: Date
  /** The WeChat that sent it. */
  by: string
  /** The report follows it. */
  isFollowed?: true
}

export interface Answer {
  text: string
  at: Date
  endedBy: 'candidate' | 'time'
  submissionKey?: string
  /** How long after the deadline it came, when the network held it back. */
  lateByMs?: number
  recording?: RecordedAnswer
  correction?: Correction
}

/** What is read and scored. */
export const wordsOf = ({ text, correction }: Pick<Answer, 'text' | 'correction'>): string => correction?.text ?? text

/** `issuedAt`, `clock`, `answer` follow each other; a draft lives between the last two. */
export interface InterviewQuestion extends PlannedQuestion {
  issuedAt?: Date
  /** Runs from the moment the phone acknowledged that the question is shown. */
  clock?: QuestionClock
  draft?: Draft
  answer?: Answer
  /** The way that was chosen, where it is another than the bank's. */
  answersBy?: RecordedWay
  /** Its plainer wording was shown: because they asked, or fell silent. */
  simpler?: { at: Date; why: SimplerWhy }
  /** Asked after the question of that number, by what was answered; the first or second time. */
  followUp?: { of: number; turn: number }
}

export const simplerWhys = ['asked', 'silent'] as const
export type SimplerWhy = (typeof simplerWhys)[number]

export interface Phone {
  deviceKey: string
  seenAt: Date
  /** What the phone said last of its page. A hidden page is the candidate's doing, not the network's. */
  visible: boolean
  /** A call has the microphone. */
  inCall?: { since: Date; number: number }
}

export const eventKinds = ['cut-off', 'away', 'call', 'slow-to-show', 'phone-changed'] as const

/** Read by people beside the answers; decides nothing by itself. */
export interface InterviewEvent {
  kind: (typeof eventKinds)[number]
  from: Date
  to: Date
  number?: number
  givenBackMs?: number
}

/** What others still have to be told of. */
export const newsKinds = ['started', 'submitted', 'abandoned'] as const
export type News = (typeof newsKinds)[number]

export interface Interview {
  id: string
  orgId: string
  invitationId: string
  applicationId: string
  candidateId: string
  /** Who may answer: the person to whom the invitation is bound. */
  openid: string
  positionId: string
  positionTitle: Bilingual
  /** What the candidate was told that it takes; interviews begun before it was kept have none. */
  minutes?: number
  /** The notice that was accepted before anything began (C1). */
  noticeVersion: string
  bankVersion: string
  status: InterviewStatus
  startedAt: Date
  closesAt: Date
  submittedAt?: Date
  abandonedAt?: Date
  restSeconds: number
  /** Silence after which a plainer wording is offered; absent: it is not. */
  simplerAfterSeconds?: number
  rest?: { endsAt: Date; extended: boolean }
  questions: InterviewQuestion[]
  /** In the order in which they came up. */
  followUps?: InterviewQuestion[]
  phone: Phone
  givenBackMs: number
  events: InterviewEvent[]
  news: News[]
}

export type NewInterview = Omit<Interview, 'id'>

type Prompts = Pick<Interview, 'questions' | 'followUps'>

export const followUpsTo = ({ followUps = [] }: Prompts, number: number): InterviewQuestion[] =>
  followUps.filter(({ followUp }) => followUp?.of === number)

/** Questions, each with its follow-ups behind it. */
export const inOrder = (interview: Prompts): InterviewQuestion[] =>
  interview.questions.flatMap((question) => [question, ...followUpsTo(interview, question.number)])

/** The first question or follow-up that has not ended. */
export const currentQuestion = (interview: Prompts): InterviewQuestion | undefined =>
  inOrder(interview).find(({ answer }) => !answer)

export const questionOf = ({ questions, followUps = [] }: Prompts, number: number): InterviewQuestion | undefined =>
  questions[number - 1] ?? followUps[number - 1 - questions.length]

/** What was asked before it. */
export function questionBefore(interview: Prompts, number: number): InterviewQuestion | undefined {
  const asked = inOrder(interview)
  return asked[asked.findIndex((one) => one.number === number) - 1]
}

/** Spoken answers that nobody has heard yet. */
export const unheard = ({ questions, followUps = [] }: Prompts): InterviewQuestion[] =>
  [...questions, ...followUps].filter(({ answer }) => answer?.recording && !answer.recording.heardBy)

/** Corrections that no report follows yet. */
export const unfollowed = ({ questions, followUps = [] }: Prompts): InterviewQuestion[] =>
  [...questions, ...followUps].filter(({ answer }) => answer?.correction && !answer.correction.isFollowed)

export function withQuestion(interview: Interview, changed: InterviewQuestion): Interview {
  const changedIn = (list: InterviewQuestion[]) => list.map((one) => (one.number === changed.number ? changed : one))
  const { questions, followUps = [] } = interview
  return changed.followUp
    ? { ...interview, followUps: changedIn(followUps) }
    : { ...interview, questions: changedIn(questions) }
}
