/** What the report page shows first, and how wide its bars are. Pure. */
import type { InvitationForStaff } from '../../../../shared/contracts/invitation-acts.js'
import type { DecideRequest } from '../../../../shared/contracts/staff-decisions.js'
import type { ApplicationForStaff, CorrectPerson } from '../../../../shared/contracts/staff-reports.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { fromField, toField } from '../../parts/times.js'
import { ageOf } from '../home/waiting-state.js'

export type Report = NonNullable<ApplicationForStaff['report']>
export type Question = Report['questions'][number]
export type Verdict = DecideRequest['verdict']
export type Slot = NonNullable<DecideRequest['slot']>

/** `planned`: nobody waits for a decision before the round has taken place. */
export type Badge = { kind: 'planned'; at: string } | { kind: 'late' | 'waiting'; ms: number }

/** Beside the name: since when a decision is waited for, or when the round is that comes before it. */
export function badgeOf(waiting: NonNullable<ApplicationForStaff['waiting']>, now: string): Badge {
  if (Date.parse(waiting.raisedAt) > Date.parse(now)) return { kind: 'planned', at: waiting.raisedAt }
  const { waitedMs, leftMs } = ageOf(waiting, now)
  return leftMs < 0 ? { kind: 'late', ms: -leftMs } : { kind: 'waiting', ms: waitedMs }
}

/** Percent of a bar for a score of 1…5: an empty bar is no score, the lowest score is still seen. */
export const barOf = (score: number): number => Math.round((Math.min(5, Math.max(0, score)) / 5) * 100)

/** Opens on what a person has to look at, else on the first question. */
export const firstShown = (questions: readonly Question[]): string | undefined =>
  (questions.find(({ review }) => review?.hidden) ?? questions[0])?.questionId

export const hasSpoken = ({ questions }: Pick<Report, 'questions'>): boolean =>
  questions.some(({ spoken, followUps = [] }) => spoken !== undefined || followUps.some((one) => one.spoken))

/** One line of what needs a person: what it is about, what is asked, and the answer it leads to. */
export interface Need {
  /** The competency, where the text does not name it. */
  about?: Bilingual
  /** Absent: read and rate the answer first (E5). */
  text?: Bilingual
  question?: Pick<Question, 'questionId' | 'number'> & { review: 'waits' | 'done' | 'none' }
}

/** What the report says, then every question that waits for a review and that nothing before leads to. */
export function needsOf({
  competencies,
  needsPerson,
  questions,
}: Pick<Report, 'competencies' | 'needsPerson' | 'questions'>): Need[] {
  const nameOf = (id: string | undefined) => competencies.find((one) => one.id === id)?.name
  const said = needsPerson.map(({ text, questionId, competencyId }): Need => {
    const question = questions.find((one) =>
      questionId === undefined ? one.competencyId === competencyId : one.questionId === questionId,
    )
    const about = nameOf(competencyId ?? question?.competencyId)
    return {
      text,
      ...(about && !text.zh.includes(about.zh) && { about }),
      ...(question && { question: leadTo(question) }),
    }
  })
  const led = new Set(said.map(({ question }) => question?.questionId))
  const beside = questions
    .filter(({ questionId, review }) => review?.hidden && !led.has(questionId))
    .map((question): Need => {
      const about = nameOf(question.competencyId)
      return { ...(about && { about }), question: leadTo(question) }
    })
  return [...said, ...beside]
}

/** Red lines, and what may be one, are told before the figures. */
export const crossesRedLine = ({ needsPerson }: Pick<Report, 'needsPerson'>): boolean =>
  needsPerson.some(({ reason }) => reason === 'red-line' || reason === 'may-cross')

const leadTo = ({ questionId, number, review }: Question): NonNullable<Need['question']> => ({
  questionId,
  number,
  review: review ? (review.hidden ? 'waits' : 'done') : 'none',
})

/** One decimal as the scorer gives it; a whole number keeps its zero so that columns align. */
export const scoreText = (score: number): string => score.toFixed(1)

/** The value that keys of a row of tabs lead to: arrows go round, Home and End to the ends. */
export function tabAfter<Id>(ids: readonly Id[], current: Id, key: string): Id | undefined {
  const at = ids.indexOf(current)
  const target = { ArrowRight: at + 1, ArrowLeft: at - 1 + ids.length, Home: 0, End: ids.length - 1 }[key]
  return target === undefined || ids.length === 0 ? undefined : ids[target % ids.length]
}

/** What the fields of the next round hold. */
export interface SlotFields {
  at: string
  place: { zh: string; en: string }
  contact: { zh: string; en: string }
  phone: string
}

export const fieldsOf = (slot: Slot | undefined, zone: string): SlotFields => ({
  at: slot ? toField(slot.startsAt, zone) : '',
  place: { zh: slot?.place.zh ?? '', en: slot?.place.en ?? '' },
  contact: { zh: slot?.contact.name.zh ?? '', en: slot?.contact.name.en ?? '' },
  phone: slot?.contact.phone ?? '',
})

export type SlotFault = 'at' | 'place' | 'contact' | 'phone'

/** English left empty is the Chinese text: an address or a name is better than nothing. */
export function slotIn(
  { at, place, contact, phone }: SlotFields,
  zone: string,
): { slot: Slot } | { faults: SlotFault[] } {
  const startsAt = fromField(at, zone)
  const faults: SlotFault[] = []
  if (!startsAt) faults.push('at')
  if (!place.zh.trim()) faults.push('place')
  if (!contact.zh.trim()) faults.push('contact')
  if (phone.trim().length < 5) faults.push('phone')
  if (!startsAt || faults.length > 0) return { faults }

  const both = ({ zh, en }: { zh: string; en: string }) => ({ zh: zh.trim(), en: en.trim() || zh.trim() })
  return { slot: { startsAt, place: both(place), contact: { name: both(contact), phone: phone.trim() } } }
}

/** What of the invitation is said: `over` when its time has run out and nobody has noted that yet. */
export function invitationState(
  { status, closesAt, sentAt }: InvitationForStaff,
  now: string,
): {
  kind: 'queued' | 'sent' | 'unconfirmed' | 'opened' | 'expired' | 'revoked' | 'withdrawn' | 'started' | 'over'
  at: string
} {
  if (status === 'completed') return { kind: 'over', at: closesAt }
  if (status === 'declined-by-candidate') return { kind: 'withdrawn', at: closesAt }
  const over = !['started', 'expired', 'revoked'].includes(status) && closesAt <= now
  return { kind: over ? 'expired' : status, at: status === 'revoked' ? (sentAt ?? closesAt) : closesAt }
}

export type CorrectionFault = 'nothing' | 'name' | 'phone'

/** Only what differs is sent; a number may be typed with blanks or +86. */
export function correctionIn(
  { name, phone, reason }: Record<'name' | 'phone' | 'reason', string>,
  before: Record<'name' | 'phone', string>,
): { correction: CorrectPerson } | { fault: CorrectionFault } {
  const [newName, newPhone] = [name.trim(), phone.replace(/[\s-]/g, '').replace(/^(\+|00)86/, '')]
  const changed = { name: newName !== before.name, phone: newPhone !== before.phone }
  if (!changed.name && !changed.phone) return { fault: 'nothing' }
  if (changed.name && newName.length < 2) return { fault: 'name' }
  if (changed.phone && !/^1[3-9]\d{9}$/.test(newPhone)) return { fault: 'phone' }
  return {
    correction: {
      reason: reason.trim(),
      ...(changed.name && { name: newName }),
      ...(changed.phone && { phone: newPhone }),
    },
  }
}

/** 1, 1.5 … 5: what a reviewer may give (E5). */
export const ratings: readonly number[] = Array.from({ length: 9 }, (_nothing, index) => 1 + index / 2)

/** A tick only where the point was met: a few words of it are shown as that, whatever they earned. */
export function markOf({ credit, hit }: { credit: number; hit: boolean }): '✓' | '◦' | '—' {
  if (hit) return '✓'
  return credit > 0 ? '◦' : '—'
}
