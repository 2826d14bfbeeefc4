/**
 * Where an application stands, and every way it may move: the state machine as data. Whoever moves an application asks here
 * (`afterEvent`); docs/flow.md is made from it. Pure.
 */
import type { Bilingual } from '../../../../shared/contracts/text.js'

export const applicationStates = {
  received: { zh: '已投递', en: 'Applied' },
  'screening-review': { zh: '初筛待确认', en: 'Screening to be confirmed' },
  invited: { zh: '已邀请', en: 'Invited' },
  lapsed: { zh: '邀请已失效', en: 'Invitation lapsed' },
  interviewing: { zh: '面试中', en: 'Interviewing' },
  submitted: { zh: '已提交，生成报告中', en: 'Submitted, report in progress' },
  deciding: { zh: '待决定', en: 'Waiting for a decision' },
  'in-round': { zh: '后续轮次', en: 'In a later round' },
  passed: { zh: '全部轮次通过', en: 'Passed all rounds' },
  declined: { zh: '未进入下一轮', en: 'Declined' },
} as const satisfies Record<string, Bilingual>
export type ApplicationState = keyof typeof applicationStates

export const flowEvents = {
  'screened-pass': { zh: '初筛通过', en: 'screening passed' },
  'screened-unclear': { zh: '初筛存疑或不符', en: 'screening unclear or failed' },
  invite: { zh: '决定邀请', en: 'decided: invite' },
  start: { zh: '开始面试', en: 'interview started' },
  lapse: { zh: '到期、撤销或没有做完', en: 'expired, revoked or left unfinished' },
  reopen: { zh: '重新邀请', en: 'invited again' },
  submit: { zh: '交卷', en: 'submitted' },
  report: { zh: '报告完成', en: 'report done' },
  'advance-by-rule': { zh: '达到准入条件', en: 'entry rule met' },
  advance: { zh: '决定进入下一轮', en: 'decided: advance' },
  hold: { zh: '决定待定', en: 'decided: hold' },
  decline: { zh: '决定婉拒', en: 'decided: decline' },
} as const satisfies Record<string, Bilingual>
export type FlowEvent = keyof typeof flowEvents

/** `person`: a reviewer with a reason, both kept (C3). */
export type Mover = 'rule' | 'person' | 'candidate' | 'time'
export type Sent = 'invitation' | 'progress' | 'result' | 'next-round' | 'decline-letter' | 'group-card'

export interface Transition {
  event: FlowEvent
  from: ApplicationState
  to: ApplicationState
  who: readonly Mover[]
  sends: readonly Sent[]
  /** Of an advance: whether the position has a round after this one. */
  when?: 'another-round' | 'last-round'
}

const person = ['person'] as const

export const transitions: readonly Transition[] = [
  { event: 'screened-pass', from: 'received', to: 'invited', who: ['rule'], sends: ['invitation', 'group-card'] },
  { event: 'screened-unclear', from: 'received', to: 'screening-review', who: ['rule'], sends: ['group-card'] },
  { event: 'invite', from: 'screening-review', to: 'invited', who: person, sends: ['invitation', 'group-card'] },
  { event: 'hold', from: 'screening-review', to: 'screening-review', who: person, sends: [] },
  { event: 'decline', from: 'screening-review', to: 'declined', who: person, sends: ['decline-letter'] },
  { event: 'start', from: 'invited', to: 'interviewing', who: ['candidate'], sends: ['group-card'] },
  { event: 'lapse', from: 'invited', to: 'lapsed', who: ['time', 'person'], sends: [] },
  { event: 'lapse', from: 'interviewing', to: 'lapsed', who: ['time'], sends: ['group-card'] },
  { event: 'reopen', from: 'lapsed', to: 'invited', who: person, sends: ['invitation'] },
  {
    event: 'submit',
    from: 'interviewing',
    to: 'submitted',
    who: ['candidate', 'time'],
    sends: ['progress', 'group-card'],
  },
  { event: 'report', from: 'submitted', to: 'deciding', who: ['rule'], sends: ['result', 'group-card'] },
  {
    event: 'advance-by-rule',
    from: 'deciding',
    to: 'in-round',
    who: ['rule'],
    sends: ['next-round'],
    when: 'another-round',
  },
  { event: 'advance', from: 'deciding', to: 'in-round', who: person, sends: ['next-round'], when: 'another-round' },
  {
    event: 'advance',
    from: 'deciding',
    to: 'passed',
    who: person,
    sends: ['result', 'group-card'],
    when: 'last-round',
  },
  { event: 'hold', from: 'deciding', to: 'deciding', who: person, sends: [] },
  { event: 'decline', from: 'deciding', to: 'declined', who: person, sends: ['decline-letter'] },
  { event: 'advance', from: 'in-round', to: 'in-round', who: person, sends: ['next-round'], when: 'another-round' },
  {
    event: 'advance',
    from: 'in-round',
    to: 'passed',
    who: person,
    sends: ['result', 'group-card'],
    when: 'last-round',
  },
  { event: 'hold', from: 'in-round', to: 'in-round', who: person, sends: [] },
  { event: 'decline', from: 'in-round', to: 'declined', who: person, sends: ['decline-letter'] },
]

/** `stage`: what is being decided, `screening` or the id of a round; only in the three states that wait for a decision. */
export interface Standing {
  state: ApplicationState
  stage?: string
}

export interface Happening {
  event: FlowEvent
  /** Of a decision: what was decided. It counts only while the application stands there. */
  stage?: string
  /** The stage that is entered; absent when an advance was the last. */
  enters?: string
}

const undecided = new Set<ApplicationState>(['screening-review', 'deciding', 'in-round'])

/** Undefined: from here there is no such way. */
export function afterEvent(standing: Standing, { event, stage, enters }: Happening): Standing | undefined {
  if (stage !== undefined && stage !== standing.stage) return undefined
  const when = enters === undefined ? 'last-round' : 'another-round'
  const way = transitions.find(
    (one) => one.event === event && one.from === standing.state && (one.when ?? when) === when,
  )
  if (!way) return undefined

  const next = event === 'hold' ? standing.stage : enters
  return undecided.has(way.to) && next !== undefined ? { state: way.to, stage: next } : { state: way.to }
}
