/** What a card in HR's group says, in both languages (ICU messages where something is counted). */
import type { Bilingual, Language } from '../../../../shared/contracts/text.js'

export const groupEventKinds = [
  'screening-failed',
  'invited',
  'started',
  'finished',
  'report-ready',
  'awaiting-human',
  'proposed-decline',
  'proposed-hold',
  'next-round-unset',
  'delivery-failed',
  'invitation-locked',
  'report-failed',
  'interview-abandoned',
  'unconfirmed',
  'callback-failed',
  'staff-unreached',
  'decision-due',
  'decision-overdue',
  'all-rounds-passed',
  'flow-stuck',
] as const
export type GroupEventKind = (typeof groupEventKinds)[number]

/** `needsPerson` is shown in orange. */
export const groupFacts: Record<GroupEventKind, Bilingual & { needsPerson: boolean }> = {
  'screening-failed': {
    zh: '简历没有筛选成，请人工看',
    en: 'Screening failed, please read the résumé',
    needsPerson: true,
  },
  invited: { zh: '已发出面试邀请', en: 'Invited to interview', needsPerson: false },
  started: { zh: '开始面试', en: 'Interview started', needsPerson: false },
  finished: { zh: '面试已提交', en: 'Interview submitted', needsPerson: false },
  'report-ready': { zh: '报告已生成', en: 'Report ready', needsPerson: false },
  'awaiting-human': { zh: '需人工评阅', en: 'Needs a person to review', needsPerson: true },
  'proposed-decline': { zh: '建议淘汰，待确认', en: 'Decline proposed, to be confirmed', needsPerson: true },
  'proposed-hold': { zh: '建议待定，待确认', en: 'Hold proposed, to be confirmed', needsPerson: true },
  'next-round-unset': {
    zh: '可进入下一轮，时间地点未定',
    en: 'Ready for the next round, no slot set',
    needsPerson: true,
  },
  'delivery-failed': { zh: '消息没有送出', en: 'A message could not be sent', needsPerson: true },
  'invitation-locked': {
    zh: '手机尾号核对失败，邀请已锁定',
    en: 'Phone check failed, invitation locked',
    needsPerson: true,
  },
  'report-failed': { zh: '报告没有生成', en: 'Report failed', needsPerson: true },
  'interview-abandoned': { zh: '面试中断，没有完成', en: 'Interview left unfinished', needsPerson: true },
  unconfirmed: {
    zh: '消息可能没有送达，未自动重发',
    en: 'A message may not have arrived; not sent again',
    needsPerson: true,
  },
  'decision-due': {
    zh: '答复期限将到，请尽快决定',
    en: 'The promised answer is due soon, please decide',
    needsPerson: true,
  },
  'decision-overdue': {
    zh: '已超过答复期限，请立即决定',
    en: 'The promised answer is overdue, please decide now',
    needsPerson: true,
  },
  'all-rounds-passed': { zh: '全部轮次通过', en: 'Passed all rounds', needsPerson: false },
  'flow-stuck': {
    zh: '后续步骤没有完成，请人工处理',
    en: 'What follows could not be done, a person please look',
    needsPerson: true,
  },
  'callback-failed': {
    zh: '企业微信发来的一条事件没有处理成，请 IT 查看日志',
    en: 'An event from WeCom could not be worked on; IT please look at the log',
    needsPerson: true,
  },
  'staff-unreached': {
    zh: '给同事的提醒没有送到，请在控制台看等待决定',
    en: 'A notice to a colleague did not arrive; see who waits in the console',
    needsPerson: true,
  },
}

export interface CardTexts {
  news: string
  nobodyWaits: string
  waiting: string
  waitingSince: string
  duration: { minutes: string; hours: string; days: string }
  formerCandidate: string
  /** Why a message failed, where a person can do something about it. */
  handOver: string
}

export const cardTexts: Record<Language, CardTexts> = {
  zh: {
    news: '{count} 条新动态',
    nobodyWaits: '目前没有人在等你们决定',
    waiting: '等待决定：{people}',
    waitingSince: '等待决定：{people}，最久的已等 {duration}',
    duration: { minutes: '{n} 分钟', hours: '{n} 小时', days: '{n} 天' },
    formerCandidate: '资料已删除的候选人',
    handOver: '请把链接转给本人或电话联系',
  },
  en: {
    news: '{count, plural, one {# update} other {# updates}}',
    nobodyWaits: 'Nobody waits for your decision',
    waiting: 'Waiting for a decision: {people}',
    waitingSince: 'Waiting for a decision: {people}, the longest for {duration}',
    duration: {
      minutes: '{n, plural, one {# minute} other {# minutes}}',
      hours: '{n, plural, one {# hour} other {# hours}}',
      days: '{n, plural, one {# day} other {# days}}',
    },
    formerCandidate: 'a candidate whose data was deleted',
    handOver: 'please hand over the link, or call',
  },
}

export const peopleCount: Record<Language, string> = { zh: '{count} 人', en: '{count}' }
