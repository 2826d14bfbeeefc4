/** The timeline of one application, for staff. */
import type { ApplicationForStaff } from '../../../shared/contracts/staff-reports.js'
import { unchanged } from '../../texts/in-every-language.js'
import type { TimelineEvent, TimelineKind } from '../timeline/index.js'
import { texts } from './texts/index.js'

type HistoryLine = ApplicationForStaff['history'][number]

/** What a person did, and what is done; everything else is plain. */
const tones: Partial<Record<TimelineKind, HistoryLine['tone']>> = {
  'screened-pass': 'done',
  'invitation-resent': 'person',
  'invitation-reminded': 'person',
  'invitation-extended': 'person',
  'invitation-revoked': 'person',
  'time-asked-answered': 'person',
  'invitation-unlocked': 'person',
  'invitation-unbound': 'person',
  'interview-submitted': 'done',
  'report-ready': 'done',
  'question-rated': 'person',
  'second-rating-asked': 'person',
  'rating-settled': 'person',
  'report-reviewed': 'person',
  'decision-by-rule': 'done',
  'decided-invite': 'person',
  'decided-advance': 'person',
  'decided-hold': 'person',
  'decided-decline': 'person',
  'decided-before-second': 'person',
  'decision-taken-back': 'person',
  'round-entered': 'done',
  'round-arranged': 'person',
  'all-rounds-passed': 'done',
  'appeal-answered': 'person',
  'person-corrected': 'person',
  'person-merged': 'person',
  'person-kept-apart': 'person',
  'person-reopened': 'person',
}

/** Of one application: what names another one is left out. */
export function historyOf(
  events: readonly TimelineEvent[],
  applicationId: string,
  nameOf: (memberId: string) => string,
): HistoryLine[] {
  return events
    .filter((event) => event.applicationId === undefined || event.applicationId === applicationId)
    .map(({ kind, at, by }) => ({
      at: at.toISOString(),
      text: texts.history[kind],
      tone: tones[kind] ?? 'plain',
      ...(by !== undefined && { detail: unchanged(nameOf(by)) }),
    }))
}
