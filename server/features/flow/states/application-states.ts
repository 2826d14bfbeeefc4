/**
 * Where an application stands, and every way it may move: the state machine as data. Whoever moves an application asks here
 * (`afterEvent`); docs/flow.md is made from it. Pure.
 */
export const applicationStates = [
  'received',
  'screening-review',
  'invited',
  'lapsed',
  'withdrawn',
  'interviewing',
  'submitted',
  'deciding',
  'in-round',
  'passed',
  'declined',
] as const
export type ApplicationState = (typeof applicationStates)[number]

/** Nothing more happens by itself; staff may still open a lapsed one again, and who withdrew may think again. */
export const endedStates = ['lapsed', 'withdrawn', 'passed', 'declined'] as const satisfies readonly ApplicationState[]
export const hasEnded = (state: ApplicationState): boolean => (endedStates as readonly string[]).includes(state)

export const flowEvents = [
  'screened-pass',
  'screened-unclear',
  'invite',
  'start',
  'lapse',
  'reopen',
  'withdraw',
  'return',
  'submit',
  'report',
  'advance-by-rule',
  'advance',
  'hold',
  'decline',
  'reconsider',
] as const
export type FlowEvent = (typeof flowEvents)[number]

/** `person`: a reviewer with a reason, both kept (C3). */
export type Mover = 'rule' | 'person' | 'candidate' | 'time'
export type Sent = 'invitation' | 'progress' | 'result' | 'next-round' | 'decline-letter' | 'group-card'

export type Reconsidered = 'of-screening' | 'of-first-round' | 'of-later-round'

export interface Transition {
  event: FlowEvent
  from: ApplicationState
  to: ApplicationState
  who: readonly Mover[]
  sends: readonly Sent[]
  /** Of an advance: whether the position has a round after this one. Of a decision that is taken back: what it was about. */
  when?: 'another-round' | 'last-round' | Reconsidered
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
  { event: 'withdraw', from: 'invited', to: 'withdrawn', who: ['candidate'], sends: ['group-card'] },
  { event: 'return', from: 'withdrawn', to: 'invited', who: ['candidate'], sends: ['group-card'] },
  { event: 'reopen', from: 'withdrawn', to: 'invited', who: person, sends: ['invitation'] },
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
  {
    event: 'reconsider',
    from: 'declined',
    to: 'screening-review',
    who: person,
    sends: ['result'],
    when: 'of-screening',
  },
  { event: 'reconsider', from: 'declined', to: 'deciding', who: person, sends: ['result'], when: 'of-first-round' },
  { event: 'reconsider', from: 'declined', to: 'in-round', who: person, sends: ['result'], when: 'of-later-round' },
  { event: 'reconsider', from: 'passed', to: 'deciding', who: person, sends: ['result'], when: 'of-first-round' },
  { event: 'reconsider', from: 'passed', to: 'in-round', who: person, sends: ['result'], when: 'of-later-round' },
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
  /** Of a decision that is taken back. */
  reconsidered?: Reconsidered
}

const undecided = new Set<ApplicationState>(['screening-review', 'deciding', 'in-round'])

/** Undefined: from here there is no such way. */
export function afterEvent(
  standing: Standing,
  { event, stage, enters, reconsidered }: Happening,
): Standing | undefined {
  if (stage !== undefined && stage !== standing.stage) return undefined
  const when = reconsidered ?? (enters === undefined ? 'last-round' : 'another-round')
  const way = transitions.find(
    (one) => one.event === event && one.from === standing.state && (one.when ?? when) === when,
  )
  if (!way) return undefined

  const next = event === 'hold' ? standing.stage : enters
  return undecided.has(way.to) && next !== undefined ? { state: way.to, stage: next } : { state: way.to }
}
