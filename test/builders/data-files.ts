/** Small, faultless data files; a test changes what it is about. */
import { stringify } from 'yaml'
import type { OrganisationFile } from '../../shared/contracts/organisation.js'
import type { PositionFile, Round } from '../../shared/contracts/positions.js'
import type { NumeracyTemplate, Question, QuestionBankFile, RubricPoint } from '../../shared/contracts/question-bank.js'
import { tellerRules } from './rules.js'

const said = (zh: string) => ({ zh, en: `${zh} (en)` })
const levels = ['一', '二', '三', '四', '五'].map(said)

export const point = (changes: Partial<RubricPoint> = {}): RubricPoint => ({
  id: 'calm',
  label: said('道歉'),
  weight: 1,
  synonymGroups: [['抱歉', 'sorry']],
  examples: [
    { text: '我会先说抱歉。', level: 1 },
    { text: '不关我的事。', level: 0 },
  ],
  praise: said('做得好'),
  advice: said('可以先道歉'),
  ...changes,
})

export const question = (changes: Partial<Question> = {}): Question => ({
  id: 'queue-a',
  kind: 'situational',
  competencyId: 'service',
  positionIds: ['teller'],
  formGroup: 'service',
  pressure: false,
  stem: said('客户等急了，你怎么做？'),
  anchors: levels,
  points: [point({ weight: 0.6 }), point({ id: 'act', weight: 0.4 })],
  ...changes,
})

export const template = (changes: Partial<NumeracyTemplate> = {}): NumeracyTemplate => ({
  id: 'interest',
  competencyId: 'numeracy',
  positionIds: ['teller'],
  formGroup: 'numbers',
  stem: said('{principal} 元，年利率 {rate}%，存 {days} 天，一年 {dayBasis} 天，利息多少？'),
  calculator: 'simple-interest',
  variables: {
    principal: { min: 10_000, max: 50_000, step: 10_000 },
    rate: { min: 0.05, max: 0.3, step: 0.05 },
    days: { min: 100, max: 200, step: 10 },
    dayBasis: { min: 360, max: 360, step: 1 },
  },
  workedExample: { values: { principal: 50_000, rate: 0.05, days: 200, dayBasis: 360 }, expected: 13.89 },
  unit: said('元'),
  decimals: 2,
  praise: said('算得准'),
  advice: said('先写天数'),
  ...changes,
})

export const bank = (changes: Partial<QuestionBankFile> = {}): QuestionBankFile => ({
  kind: 'question-bank',
  id: 'teller',
  version: 'teller-2026.1',
  competencies: [
    { id: 'service', name: said('服务'), anchors: levels },
    { id: 'numeracy', name: said('数字'), anchors: levels },
  ],
  questions: [question(), question({ id: 'queue-b' })],
  numeracy: [template()],
  ...changes,
})

export const position = (changes: Partial<PositionFile> = {}): PositionFile => ({
  kind: 'position',
  id: 'teller',
  title: said('综合柜员'),
  department: said('零售部'),
  city: said('南京'),
  open: true,
  summary: said('服务客户'),
  duties: [said('办理业务')],
  requirements: [said('细心')],
  competencyWeights: { service: 60, communication: 0, integrity: 0, numeracy: 40, domain: 0, resilience: 0 },
  questionBank: 'teller',
  plan: [{ formGroup: 'service' }, { formGroup: 'numbers' }],
  answerModes: ['text', 'number'],
  minutes: 10,
  bring: [],
  notes: [],
  seenBy: said('招聘组'),
  screening: tellerRules,
  rounds: [aiRound(), humanRound()],
  ...changes,
})

const decides = { by: 'person', roles: ['recruiter', 'hr-admin'] } satisfies Round['decides']

export const aiRound = (changes: Partial<Round> = {}): Round => ({
  id: 'ai-interview',
  kind: 'ai',
  name: said('AI 面试'),
  weight: 60,
  decides: { ...decides, by: 'rule-or-person' },
  sends: { entered: 'invitation', declined: 'decline-letter' },
  ...changes,
})

export const humanRound = (changes: Partial<Round> = {}): Round => ({
  id: 'second-round',
  kind: 'human',
  name: said('复试'),
  entry: { minTotal: 70, competencyFloors: { service: 3 } },
  weight: 40,
  decides,
  sends: { entered: 'next-round', declined: 'decline-letter' },
  ...changes,
})

export const organisation = (changes: Partial<OrganisationFile> = {}): OrganisationFile => ({
  kind: 'organisation',
  id: 'bank-a',
  name: said('甲银行'),
  botName: said('小招'),
  brandColour: '#0052d9',
  zone: 'Asia/Shanghai',
  language: 'zh',
  hrContact: { name: said('张老师'), phone: '000-0000' },
  group: { id: 'hr', name: '招聘组' },
  defaults: {
    windowHours: 72,
    thinkingSeconds: 60,
    answerSeconds: { text: 360, number: 180 },
    restSeconds: 30,
    quietHours: { from: '22:00', to: '08:00' },
    resultPromiseHours: 24,
    staffIdleMinutes: 30,
    feedback: 'bands',
  },
  ...changes,
})

/** As it would lie on the disk. */
export const file = (content: object, path = `${(content as { id: string }).id}.yaml`) => ({
  path,
  text: stringify(content, { lineWidth: 0 }),
})
