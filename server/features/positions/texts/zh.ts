/** Findings say what is wrong with a file and how to mend it, to a person who does not program. */
import { stateWords } from '../../../../shared/state-words/index.js'

export const zh = {
  screening: stateWords.zh.screening,

  openWithoutPlan: {
    message: '岗位已开放投递，但还没有题库或出题计划。',
    fix: '请填写 questionBank 和 plan，或先写 open: false。',
  },
  weights: {
    message: (sum: number) => `权重之和是 ${sum}，应为 100。`,
    add: (points: number) => `请再加上 ${points}。`,
    take: (points: number) => `请减去 ${points}。`,
  },
  shares: {
    message: (sum: number) => `share 之和是 ${sum}，不能超过 1。`,
    fix: '请调小其中几项。',
  },
  order: {
    message: (low: string, high: string) => `${low}不能大于 ${high}。`,
    bound: (name: string, value: number) => `${name}（${value}）`,
    fix: '请检查是否写反了。',
  },

  aiIsFirst: {
    message: '第一轮是 AI 面试，而且只有第一轮是。',
    fix: '第一轮写 kind: ai，其他各轮写 kind: human。',
  },
  slotOfPeople: {
    message: 'AI 面试没有固定时间，不写 slot。',
    fix: '请把 slot 写到有人参加的那一轮。',
  },
  invitationIsFirst: {
    message: '面试邀请只在第一轮发，第一轮也必须发。',
    fix: '第一轮写 entered: invitation，其他写 next-round 或 nothing。',
  },
  idsDiffer: {
    message: '这个 id 已被占用。',
    fix: '各轮 id 要互不相同，也不能叫 screening。',
  },
  entryAfterAi: {
    message: '只有 AI 面试之后的那一轮可以写 entry。',
    fix: '请删掉，或移到第二轮。',
  },
  unweighed: {
    message: '这个岗位不考查这项胜任力（权重为 0）。',
    fix: '请删掉这一行，或在 competencyWeights 里给它权重。',
  },
  whoDecides: {
    message: '只有招聘专员（recruiter）、HR 管理员（hr-admin）和部门经理（department-manager）可以决定。',
    fix: '请在 roles 里只写这三种。',
  },
  peopleDecide: {
    message: '有人参加的面试由人决定，没有可用的规则。',
    fix: '请写 by: person。',
  },
}
