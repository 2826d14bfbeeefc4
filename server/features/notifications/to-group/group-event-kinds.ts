/** What HR's group is told about; each kind has its words in ../texts. */
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

/** Shown in orange. */
export const needsPerson: ReadonlySet<GroupEventKind> = new Set<GroupEventKind>([
  'screening-failed',
  'awaiting-human',
  'proposed-decline',
  'proposed-hold',
  'next-round-unset',
  'delivery-failed',
  'invitation-locked',
  'report-failed',
  'interview-abandoned',
  'unconfirmed',
  'decision-due',
  'decision-overdue',
  'flow-stuck',
  'callback-failed',
  'staff-unreached',
])
