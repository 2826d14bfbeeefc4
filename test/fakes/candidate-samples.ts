/** Sample data of one candidate, 王小明, who applies as a teller. */
import type { ConsentForCandidate, PrivacyNotice } from '../../shared/contracts/consent.js'
import type { QuestionForCandidate } from '../../shared/contracts/interviews.js'
import type { InvitationForCandidate } from '../../shared/contracts/invitations.js'
import type { PositionsForCandidate } from '../../shared/contracts/positions.js'
import type { FeedbackForCandidate } from '../../shared/contracts/reports.js'
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import type { DeletionForCandidate } from '../../shared/contracts/retention.js'
import type { LetterForCandidate } from '../../shared/contracts/staff-decisions.js'
import type { ApplicationForCandidate } from '../../shared/contracts/talent.js'
import type { Bilingual } from '../../shared/contracts/text.js'

export const ids = {
  application: 'a'.repeat(24),
  invitation: 'b'.repeat(24),
  interview: 'c'.repeat(24),
  token: 'token-of-wang-0123456789',
}

const both = (zh: string, en: string): Bilingual => ({ zh, en })
const teller = both('综合柜员', 'Bank teller')
const at = (ms: number) => new Date(ms).toISOString()
const hour = 3_600_000

export const sessionOf = (): CandidateSession => ({
  token: 'session-of-wang',
  expiresAt: at(Date.now() + 12 * hour),
  organisation: {
    name: both('江南银行', 'Jiangnan Bank'),
    brandColor: '#0052d9',
    zone: 'Asia/Shanghai',
    contact: { name: both('张老师', 'Ms Zhang'), phone: '02112345678' },
  },
  contactProofs: { email: true, wechatNumber: true },
  templateIds: { invitation: 'invitation', progress: 'result', result: 'result', 'next-round': 'result' },
})

export const positionsOf = (): PositionsForCandidate => ({
  positions: [
    {
      id: 'teller',
      title: teller,
      department: both('运营部', 'Operations'),
      city: both('杭州', 'Hangzhou'),
      open: true,
      summary: both(
        '在网点接待客户，办理存取款、转账和开户，把账目做得一笔不差。',
        'Serve customers at the branch: deposits, transfers, accounts, every entry right.',
      ),
      duties: [
        both('办理柜面业务，解答客户疑问', 'Handle counter business and answer questions'),
        both('核对现金与账目，发现异常及时上报', 'Check cash and books, report anything odd'),
      ],
      requirements: [
        both('本科及以上，专业不限', 'Bachelor or higher, any major'),
        both('耐心，细致，守规矩', 'Patient, careful, by the book'),
      ],
      minutes: 25,
      questionCount: 5,
      answerModes: ['text', 'number'],
      bring: [both('身份证', 'your ID card')],
      notes: [both('找一个安静的地方', 'A quiet place')],
    },
    {
      id: 'manager',
      title: both('客户经理', 'Account manager'),
      department: both('零售部', 'Retail'),
      city: both('杭州', 'Hangzhou'),
      open: false,
      summary: both('维护客户关系。', 'Look after customers.'),
      duties: [],
      requirements: [],
      minutes: 25,
      questionCount: 5,
      answerModes: ['text'],
      bring: [],
      notes: [],
    },
  ],
})

export const invitationOf = (nowMs: number): Extract<InvitationForCandidate, { kind: 'open' }> => ({
  kind: 'open',
  id: ids.invitation,
  bound: false,
  phoneVerified: false,
  name: '王小明',
  positionTitle: teller,
  organisationName: both('江南银行', 'Jiangnan Bank'),
  closesAt: at(nowMs + 72 * hour),
  minutes: 25,
  questionCount: 5,
  answerModes: ['text', 'number'],
  bring: [both('身份证', 'your ID card'), both('安静的环境', 'a quiet place')],
  notes: [],
  seenBy: both('招聘组与柜员岗面试官', 'Recruiting team and teller interviewers'),
})

export const consentOf = (): ConsentForCandidate => ({
  invitationId: ids.invitation,
  notice: {
    version: '2026-11',
    title: both('面试信息处理说明', 'How we handle your interview data'),
    sections: [
      {
        title: both('处理什么', 'What is handled'),
        text: both(
          '你填写的简历、手机号，面试中的回答和作答时间。',
          'Your résumé and phone number, your answers and their times.',
        ),
      },
      {
        title: both('保存多久', 'How long it is kept'),
        text: both('回答与报告保存到本次招聘结束后六个月。', 'Until six months after this round.'),
      },
    ],
    purposes: [
      {
        purpose: 'ai-scoring',
        title: both('AI 辅助评分', 'AI-assisted scoring'),
        text: both(
          'AI 先打分并给出依据，由人决定结果。不开启：全部由人评。',
          'AI scores first and shows its evidence; a person decides. If off, people do all of it.',
        ),
      },
      {
        purpose: 'sharing',
        title: both('与岗位面试官共享', 'Sharing with interviewers'),
        text: both(
          '复试面试官可提前看到你的回答。不开启：只有招聘组能看到。',
          'Second-round interviewers may read your answers. If off, only the recruiting team can.',
        ),
      },
    ],
  },
  choices: [
    { purpose: 'ai-scoring', granted: false },
    { purpose: 'sharing', granted: false },
  ],
})

export const noticeOnApplying = (): PrivacyNotice => ({
  ...consentOf().notice,
  purposes: [
    {
      purpose: 'id-number',
      title: both('身份证号', 'Identity number'),
      text: both('不开启：不提交、不保存。', 'If off, it is neither sent nor kept.'),
    },
  ],
})

/** In plainer words. */
export const plainer = both('客户等久了，很生气，要见主管。你怎么办？', 'The customer is angry. What do you do?')

/** A scene that goes on once, between two questions. */
export const questionsThatGoOn = (): QuestionForCandidate[] => {
  const [scene, sum] = questions as [QuestionForCandidate, QuestionForCandidate]
  const after = scene.stem
  const stem = both(
    '客户说：“那我还要等多久？”你会怎么回答？',
    '“How long still?” asks the customer. What do you answer?',
  )
  const goesOn = { ...scene, number: 3, stem, followUp: { of: 1, turn: 1, after } }
  return [{ ...scene, simplerLeft: { afterSeconds: 20 } }, { ...goesOn, thinkingSeconds: 30, answerSeconds: 180 }, sum]
}

/** The first one may also be answered by voice, and recorded twice. */
export const questionsToSpeak = (): QuestionForCandidate[] => {
  const [first, sum] = questions as [QuestionForCandidate, QuestionForCandidate]
  return [
    { ...first, simplerLeft: { afterSeconds: 20 }, otherWays: [{ answerWith: 'voice', answerSeconds: 120 }], takes: 2 },
    sum,
  ]
}

/** And by video as well. */
export const questionsToFilm = (): QuestionForCandidate[] => {
  const [first, sum] = questionsToSpeak() as [QuestionForCandidate, QuestionForCandidate]
  return [{ ...first, otherWays: [...(first.otherWays ?? []), { answerWith: 'video', answerSeconds: 120 }] }, sum]
}

export const questions: QuestionForCandidate[] = [
  {
    number: 1,
    kind: 'situational',
    competency: both('客户服务', 'Customer service'),
    stem: both(
      '排队半小时的客户在柜台前大声抱怨，要求立刻见主管。你会怎么做？',
      'A customer who queued for half an hour complains loudly at the counter and wants the manager. What do you do?',
    ),
    answerWith: 'text',
    thinkingSeconds: 60,
    answerSeconds: 360,
    maxCharacters: 2000,
  },
  {
    number: 2,
    kind: 'numeracy',
    competency: both('数字与逻辑', 'Numbers and logic'),
    stem: both(
      '一年期存款 50 000 元，年利率 1.10%，到期利息是多少元？',
      '50 000 yuan for one year at 1.10 %. How much interest is paid at the end?',
    ),
    answerWith: 'number',
    unit: both('元，保留两位小数', 'yuan, two decimals'),
    thinkingSeconds: 30,
    answerSeconds: 180,
    maxCharacters: 40,
  },
]

export const applicationOf = (nowMs: number): ApplicationForCandidate => ({
  id: ids.application,
  positionId: 'teller',
  positionTitle: teller,
  appliedAt: at(nowMs - hour),
  feedbackReady: false,
  interviewId: ids.interview,
  steps: [
    { step: 'applied', state: 'done', at: at(nowMs - hour) },
    { step: 'submitted', state: 'done', at: at(nowMs - 60_000) },
    { step: 'report', state: 'now', dueBy: at(nowMs + 10 * 60_000) },
    { step: 'review', state: 'todo', dueBy: at(nowMs + 72 * hour) },
    { step: 'next-round', state: 'todo' },
  ],
})

export const letterOf = (nowMs: number): LetterForCandidate => ({
  kind: 'decline',
  mayAsk: true,
  positionTitle: teller,
  decidedAt: at(nowMs),
  opening: both(
    '感谢您应聘江南银行的综合柜员岗位，也感谢您为此付出的时间。我们认真看过您的材料，这一次没能邀请您进入下一步。',
    'Thank you for applying to Jiangnan Bank as a bank teller. We cannot invite you to the next step this time.',
  ),
  assessed: [both('客户服务', 'Customer service'), both('数字与逻辑', 'Numbers and logic')],
  strength: {
    text: both('先安抚、再给时间、又给出办法。', 'Calm first, then a time, then a way out.'),
    quote: '我会先请她坐下',
  },
  nextStep: both('算利息时先写下天数。', 'Write down the days before you calculate interest.'),
  appeal: {
    text: both(
      '如果您认为有误，或想请人再看一遍，可以联系张老师，会由另一位同事复核并答复您。',
      'If you think something is wrong, contact HR; a colleague who was not involved will review it.',
    ),
    until: at(nowMs + 15 * 24 * hour),
    contact: '025-0000 0000',
  },
  closing: both(
    '这个结果只关于这一个岗位。祝您一切顺利。\n江南银行招聘组',
    'This result is about this one position only. We wish you well.\nThe recruiting team',
  ),
})

export const feedbackOf = (nowMs: number): Extract<FeedbackForCandidate, { kind: 'ready' }> => ({
  kind: 'ready',
  positionTitle: teller,
  interviewedAt: at(nowMs),
  detail: 'bands',
  strongest: both('客户服务', 'Customer service'),
  competencies: [
    { id: 'service', name: both('客户服务', 'Customer service'), band: both('优秀', 'Excellent'), fill: 0.9 },
    { id: 'communication', name: both('沟通表达', 'Communication'), band: both('良好', 'Good'), fill: 0.75 },
    { id: 'numeracy', name: both('数字与逻辑', 'Numbers and logic'), band: both('待提升', 'To improve'), fill: 0.5 },
  ],
  strengths: [
    {
      quote: '我会先请她坐下，说清楚预计十分钟，再帮她在机器上办转账',
      text: both(
        '先安抚、再给时间、又给出办法，这正是柜台需要的顺序。',
        'Calm first, then a time, then a way out: the order a counter needs.',
      ),
    },
  ],
  nextSteps: [
    both(
      '算利息时先写下天数和年利率基准，再动笔，错误会少很多。',
      'Write down days and rate basis before you calculate interest.',
    ),
  ],
  madeBy: { scorer: 'rubric-1', rubric: 'teller-2026-11' },
  reviewBy: at(nowMs + 72 * hour),
})

export const receiptOf = (nowMs: number): DeletionForCandidate => ({
  id: 'd'.repeat(24),
  number: 'A7K29MPX3TQW',
  why: 'request',
  at: at(nowMs - hour),
  doneAt: at(nowMs - hour / 2),
  applications: 1,
  rows: 28,
})
