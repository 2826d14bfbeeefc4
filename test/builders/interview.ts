/** An interview of three questions (60 s to think, 360 s to answer; the last by keypad 180 s) and a hand to play it with. */
import type { AnswerMode } from '../../shared/contracts/answer-modes.js'
import type { Recording } from '../../shared/contracts/recordings.js'
import type { AppError } from '../../server/errors.js'
import {
  questionOf,
  type Interview,
  type NewInterview,
  type PlannedQuestion,
} from '../../server/features/interviews/interview.js'
import { followUpAt, openingAfter } from '../../server/features/interviews/follow-up.js'
import { acknowledgeShown } from '../../server/features/interviews/acknowledge-shown.js'
import { beginAnswer } from '../../server/features/interviews/begin-answer.js'
import { catchUp } from '../../server/features/interviews/catch-up.js'
import { extendRest } from '../../server/features/interviews/extend-rest.js'
import { issueQuestion } from '../../server/features/interviews/issue-question.js'
import { openOnPhone } from '../../server/features/interviews/phone.js'
import { presentInterviewForCandidate } from '../../server/features/interviews/present-interview.js'
import { recordHeartbeat } from '../../server/features/interviews/record-heartbeat.js'
import type { Ruling } from '../../server/features/interviews/ruling.js'
import { saveDraft } from '../../server/features/interviews/save-draft.js'
import { submitAnswer } from '../../server/features/interviews/submit-answer.js'

export const startedAt = new Date('2026-11-25T10:00:00Z')
export const firstPhone = 'phone-one'
export const secondPhone = 'phone-two'

const asked: Omit<PlannedQuestion, 'number' | 'sourceId' | 'stem'> = {
  kind: 'situational',
  competencyId: 'service',
  competency: { zh: '服务意识', en: 'Service' },
  answerWith: 'text',
  thinkingSeconds: 60,
  answerSeconds: 360,
}

export function plannedQuestions(): PlannedQuestion[] {
  return [
    {
      ...asked,
      number: 1,
      sourceId: 'queue',
      stem: { zh: '排队的客户生气了怎么办？', en: 'A customer in the queue is angry.' },
    },
    {
      ...asked,
      number: 2,
      sourceId: 'secret',
      stem: { zh: '同事要看客户资料怎么办？', en: 'A colleague asks for customer data.' },
    },
    {
      ...asked,
      number: 3,
      sourceId: 'interest',
      kind: 'numeracy',
      competencyId: 'numeracy',
      answerWith: 'number',
      answerSeconds: 180,
      stem: { zh: '利息是多少元？', en: 'How much interest?' },
      unit: { zh: '元', en: 'yuan' },
      expected: '125.50',
    },
  ]
}

/** The same, where two follow-ups may come after the first and one after the others; 30 s to think, 90 s to answer. */
export function questionsThatGoOn(): PlannedQuestion[] {
  const times = { thinkingSeconds: 30, answerSeconds: 90 }
  const may: Record<number, (typeof times)[]> = { 1: [times, times], 2: [times], 3: [times] }
  return plannedQuestions().map((one) => ({ ...one, ...(may[one.number] && { mayFollow: may[one.number]! }) }))
}

export function newInterview(over: Partial<NewInterview> = {}): NewInterview {
  return {
    orgId: 'o1',
    invitationId: 'a'.repeat(24),
    applicationId: 'b'.repeat(24),
    candidateId: 'c'.repeat(24),
    openid: 'openid-wang',
    positionId: 'teller',
    positionTitle: { zh: '综合柜员', en: 'Bank teller' },
    noticeVersion: '2026-11',
    bankVersion: 'teller-2026.1',
    status: 'started',
    startedAt,
    closesAt: new Date(startedAt.getTime() + 72 * 3_600_000),
    restSeconds: 30,
    questions: plannedQuestions(),
    phone: { deviceKey: firstPhone, seenAt: startedAt, visible: true },
    givenBackMs: 0,
    events: [],
    news: ['started'],
    ...over,
  }
}

export const anInterview = (over: Partial<Interview> = {}): Interview => ({
  id: 'd'.repeat(24),
  ...newInterview(),
  ...over,
})

interface Submitted {
  finishedMsAgo?: number
  recording?: Recording
}

/** Plays an interview by its rules: `at` moves the clock to so many seconds after the start, every act returns its refusal's code. */
export function playInterview(over: Partial<Interview> = {}) {
  let interview = anInterview(over)
  let now = startedAt
  let phone = firstPhone
  let revision = 0

  let refusal: AppError | undefined
  const apply = (ruling: Ruling) => {
    ;({ interview, refusal } = { refusal: undefined, ...ruling })
    return refusal?.code
  }
  const who = () => ({ now, deviceKey: phone })

  const hand = {
    get interview() {
      return interview
    },
    get view() {
      return presentInterviewForCandidate(catchUp(interview, now), now)
    },
    get refusal() {
      return refusal
    },
    get step() {
      return hand.view.step
    },
    at(seconds: number) {
      now = new Date(startedAt.getTime() + seconds * 1000)
      return hand
    },
    on(deviceKey: string) {
      phone = deviceKey
      return hand
    },
    sweep: () => {
      interview = catchUp(interview, now)
    },
    open: ({ takeOver = false, openid = 'openid-wang' } = {}) =>
      apply(openOnPhone(interview, { ...who(), openid, takeOver })),
    issue: (number: number) => apply(issueQuestion(interview, { ...who(), number })),
    shown: (number: number) => apply(acknowledgeShown(interview, { ...who(), number })),
    begin: (number: number, answerWith?: AnswerMode) => apply(beginAnswer(interview, { ...who(), number, answerWith })),
    beat: (visible = true, inCall?: boolean) => apply(recordHeartbeat(interview, { ...who(), visible, inCall })),
    rest: () => apply(extendRest(interview, who())),
    draft: (number: number, text: string, as = ++revision) =>
      apply(saveDraft(interview, { ...who(), number, text, revision: as })),
    submit: (
      number: number,
      text: string,
      { key = `key-of-${number}`, ...timing }: Submitted & { key?: string } = {},
    ) => apply(submitAnswer(interview, { ...who(), number, text, submissionKey: key, ...timing })),
    /** The same, and whatever may follow is asked. */
    submitAskedOn(number: number, text: string, timing: Submitted = {}) {
      const submission = { ...who(), number, text, submissionKey: `key-of-${number}`, ...timing }
      const ended = submitAnswer(interview, submission)
      const opening = ended.refusal ? undefined : openingAfter(ended.interview, number, now)
      const says = { zh: `追问${opening?.turn}`, en: `Follow-up ${opening?.turn}` }
      const isNew = opening && !questionOf(interview, number)?.answer
      return apply(
        submitAnswer(interview, { ...submission, ...(isNew && { next: [followUpAt(interview, opening, says)] }) }),
      )
    },
    /** Issues and shows a question and goes straight to the answer. */
    reach(number: number) {
      hand.issue(number)
      hand.shown(number)
      hand.begin(number)
      return hand
    },
    /** Heartbeats every five seconds up to here. */
    stay(from: number, to: number) {
      for (let second = from; second <= to; second += 5) hand.at(second).beat()
      return hand
    },
  }

  return hand
}
