/** A report page that is worth reading, for tests. Changed where a test says so. */
import type { ApplicationForStaff, SamePersonForStaff } from '../../shared/contracts/staff-reports.js'
import { saidLater } from './said-later.js'
import { idOf, staffNow, teller, waitingDecision, words } from './staff-lists.js'

type Report = NonNullable<ApplicationForStaff['report']>
type Question = Report['questions'][number]

const answer =
  '我会先站起来请她到旁边坐下，跟她说抱歉让您久等，然后问清楚她要办什么业务。如果是转账，我就带她去旁边的机器上办，大概十分钟。要是她还想见主管，我会请值班主管过来，把情况先说清楚。办完以后我会记下来，下班前跟主任说能不能多开一个窗口。'
const quote = (text: string) => ({ start: answer.indexOf(text), end: answer.indexOf(text) + text.length, text })
const point = (pointId: string, label: { zh: string; en: string }, quoted?: string) => ({
  pointId,
  label,
  credit: quoted ? 1 : 0,
  hit: quoted !== undefined,
  weight: 0.25,
  evidence: quoted ? [quote(quoted)] : [],
})

const good = (number: number, score: number): Question => ({
  questionId: `q${number}`,
  number,
  kind: 'text',
  competencyId: 'service',
  usedSeconds: 192,
  answer,
  score,
  stem: words(
    '排队半小时的客户在柜台前大声抱怨，要求立刻见主管。你会怎么做？',
    'A customer who queued for half an hour complains loudly and wants the manager at once. What do you do?',
  ),
  points: [
    point('sorry', words('致歉并倾听', 'Apologises and listens'), '请她到旁边坐下，跟她说抱歉让您久等'),
    point('divert', words('分流并给出时间', 'Offers another way, with a time'), '带她去旁边的机器上办，大概十分钟'),
    point('close', words('闭环与改进', 'Closes the loop'), '记下来，下班前跟主任说能不能多开一个窗口'),
    point('feel', words('核实客户感受', 'Checks how the customer feels')),
  ],
})

export const numeracyToReview = (changes: Partial<NonNullable<Question['review']>> = {}): Question => ({
  questionId: 'q5',
  number: 5,
  kind: 'text',
  competencyId: 'numeracy',
  usedSeconds: 158,
  answer: '先算本金乘利率，再按天数折算，大概是一百三十八块九。',
  stem: words(
    '请说明你如何核对一笔定期利息，并指出最容易错的一步。',
    'Explain how you check the interest of a deposit, and which step goes wrong most easily.',
  ),
  review: {
    reasons: [
      words(
        '得分在 2.5–3.5 之间，请人复核后再决定。',
        'The score lies between 2.5 and 3.5: a person reviews it first.',
      ),
    ],
    hidden: true,
    ratings: [],
    mayAskSecond: false,
    ...changes,
  },
})

const competencies: Report['competencies'] = (
  [
    ['service', '客户服务', 'Customer service', 4.5, 3.3],
    ['communication', '沟通表达', 'Communication', 3.8, 3.5],
    ['integrity', '合规诚信', 'Integrity', 4, 3.6],
    ['numeracy', '数字与逻辑', 'Numbers and logic', undefined, undefined],
    ['resilience', '抗压与稳定', 'Resilience', 3.5, 3.4],
  ] as const
).map(([id, zh, en, score, median]) => ({
  id,
  name: words(zh, en),
  weight: 20,
  hidden: score === undefined,
  ...(score !== undefined && { score }),
  ...(median !== undefined && { median }),
}))

const remark = (questionId: string, competencyId: 'service' | 'communication', zh: string, en: string) => ({
  questionId,
  competencyId,
  text: words(zh, en),
  evidence: [],
})

const report = (changes: Partial<Report>): Report => ({
  reportId: idOf(300),
  interviewId: idOf(310),
  status: 'ready',
  readyAt: '2026-11-20T08:00:00.000Z',
  dueAt: '2026-11-21T08:00:00.000Z',
  total: 82,
  band: words('良好', 'Good'),
  rank: { higherThan: 71, of: 214 },
  recommendation: {
    kind: 'second-round',
    name: words('建议进入下一轮', 'Proposed: advance'),
    reasons: [
      words('综合得分 82，等级良好', 'Total 82, band Good'),
      words('客户服务较强（4.5）', 'Customer service is strong (4.5)'),
    ],
    decidedBy: words('由人决定', 'A person decides'),
  },
  competencies,
  needsPerson: [
    {
      reason: 'middle-score',
      text: words(
        '「数字与逻辑」在 2.5–3.5 之间，请人复核后再决定。',
        '“Numbers and logic” lies between 2.5 and 3.5: a person reviews it first.',
      ),
      questionId: 'q5',
      competencyId: 'numeracy',
    },
  ],
  indicators: [],
  highlights: [remark('q3', 'service', '先安抚再给方案；主动说明等待时间。', 'Calms first, then offers a way.')],
  suggestions: [remark('q1', 'communication', '复试可以问：如何确认客户真的满意。', 'Ask how they make sure of it.')],
  resumeHints: [
    {
      fact: { kind: 'bank-internship', text: '独立完成对账' },
      reason: 'not-mentioned',
      competencyId: 'numeracy',
      text: words(
        '实习经历写「独立完成对账」，作答未提到复核环节。',
        'The résumé says “reconciled accounts alone”; the answers do not mention a second check.',
      ),
    },
  ],
  questions: [
    good(1, 4),
    { ...good(2, 3.8), ...saidLater(answer) },
    good(3, 4.5),
    good(4, 3.5),
    numeracyToReview(),
    {
      questionId: 'q6',
      number: 6,
      kind: 'numeracy',
      competencyId: 'numeracy',
      stem: words(
        '一笔 10 万元存款，年利率 1.5%，存 90 天，利息是多少元？',
        '100,000 yuan at 1.5% a year for 90 days: how much interest?',
      ),
      answer: '369.86',
      usedSeconds: 75,
      score: 5,
      mark: { correct: true, expected: 369.86, decimals: 2 },
    },
  ],
  notAssessed: [
    { what: words('声音、表情、外貌', 'Voice and face'), why: words('只评作答的内容', 'Only the content is judged') },
  ],
  madeBy: { scorer: '本地规则评分 rules-1', rubric: 'teller-2026.2' },
  basis: { noticeVersion: '2027-04', at: '2026-11-20T01:42:00.000Z', scoring: true, sharing: true },
  ...changes,
})

const step = (id: string, name: { zh: string; en: string }, state: 'done' | 'now' | 'todo', score?: number) => ({
  id,
  name,
  state,
  ...(score !== undefined && { score }),
})

export const mayNothing: ApplicationForStaff['may'] = {
  decide: false,
  rate: false,
  judgeSamePerson: false,
  correctPerson: false,
  tagAbilities: false,
  deletePerson: false,
}

export function applicationForStaff(
  changes: Partial<ApplicationForStaff> = {},
  reportChanges: Partial<Report> = {},
): ApplicationForStaff {
  return {
    now: staffNow,
    applicationId: idOf(201),
    name: '王小明',
    shortCode: 'A7K2',
    ...teller,
    appliedAt: '2026-11-19T08:00:00.000Z',
    source: 'mini-program',
    resume: {
      name: '王小明',
      education: { degree: 'bachelor', school: '江南财经大学', major: '金融学', graduatedIn: '2026-06' },
      yearsOfExperience: 0.3,
      certificates: ['银行从业资格证'],
      experiences: [
        {
          organisation: '江南银行',
          role: '柜面实习生',
          from: '2026-01',
          to: '2026-04',
          description: '协助叫号分流，独立完成对账。',
        },
      ],
    },
    contact: { phone: '13800001234' },
    screening: {
      score: 86,
      outcome: 'pass',
      reasons: [words('学历、专业、证书符合要求', 'Degree, major and certificate match')],
    },
    flow: [
      step('screening', words('简历', 'Résumé'), 'done', 86),
      step('ai', words('AI 面试', 'AI interview'), 'now', 82),
      step('hr', words('HR 复试', 'HR interview'), 'todo'),
      step('final', words('终面', 'Final'), 'todo'),
    ],
    waiting: waitingDecision(1),
    decisions: [],
    report: report(reportChanges),
    history: [
      { at: '2026-11-20T02:15:00.000Z', text: words('报告生成', 'Report ready'), tone: 'done' },
      {
        at: '2026-11-20T02:02:00.000Z',
        text: words('离开页面 40 秒', 'Left the page for 40 s'),
        tone: 'person',
        detail: words('接听电话', 'a call'),
      },
      { at: '2026-11-20T01:42:00.000Z', text: words('同意：AI 评分', 'Agreed: AI scoring'), tone: 'done' },
      {
        at: '2026-11-20T01:41:00.000Z',
        text: words('邀请打开', 'Invitation opened'),
        tone: 'done',
        detail: words('小程序通知', 'mini-program notice'),
      },
      { at: '2026-11-19T08:01:00.000Z', text: words('筛选通过', 'Screening passed'), tone: 'done' },
    ],
    messages: [
      {
        at: '2026-11-19T08:02:00.000Z',
        template: 'invitation',
        status: 'sent',
        detail: words('面试邀请：订阅消息，已被平台接受', 'Invitation: subscription message, accepted by the platform'),
      },
    ],
    nextSlot: {
      startsAt: '2026-11-30T06:00:00.000Z',
      place: words('江南银行总行 3 楼 302', 'Head office, room 302'),
      contact: { name: words('李静', 'Li Jing'), phone: '0512-66668888' },
    },
    may: {
      decide: true,
      rate: true,
      judgeSamePerson: true,
      correctPerson: true,
      tagAbilities: true,
      deletePerson: false,
    },
    abilities: [],
    samePerson: [],
    ...changes,
  }
}

/** Somebody whose résumé passed, who opened the invitation and has not begun. */
export function invitedForStaff(
  changes: Partial<NonNullable<ApplicationForStaff['invitation']>> = {},
): ApplicationForStaff {
  const { waiting: _waiting, report: _report, ...rest } = applicationForStaff()
  return {
    ...rest,
    flow: rest.flow.map((one) => (one.id === 'ai' ? { id: one.id, name: one.name, state: 'now' as const } : one)),
    invitation: {
      status: 'opened',
      closesAt: '2026-11-24T04:00:00.000Z',
      sentAt: '2026-11-21T04:00:00.000Z',
      openedAt: '2026-11-21T05:00:00.000Z',
      locked: false,
      acts: ['resend', 'remind', 'extend', 'unbind', 'revoke'],
      ...changes,
    },
  }
}

export const sameInAnotherFile: SamePersonForStaff = {
  candidateId: idOf(301),
  shortCode: 'Q7T2',
  name: '王小明',
  source: 'import',
  matches: ['phone', 'id-number'],
  phoneProved: true,
  applications: [
    {
      applicationId: idOf(302),
      positionTitle: words('综合柜员', 'Bank teller'),
      appliedAt: '2026-11-20T02:00:00.000Z',
    },
  ],
}
