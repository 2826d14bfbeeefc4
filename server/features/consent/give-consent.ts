/** Stores a choice under the version of the notice that was on the screen. Refusing anything never closes a door (C2). */
import type { ConsentChoice, ConsentPurpose, PrivacyNotice } from '../../../shared/contracts/consent.js'
import type { Clock } from '../../ports/clock.js'
import { conflict, invalidInput } from '../../errors.js'
import type { Timeline } from '../timeline/index.js'
import { isGranted } from './consent.js'
import type { ConsentStore, Undone } from './consent-store.js'

const removing = {
  'ai-scoring': 'remove-withdrawn-scores',
  recording: 'remove-withdrawn-recordings',
  'tone-analysis': 'remove-withdrawn-measures',
} as const satisfies Record<Undone, string>

export interface ConsentDeps {
  consents: Pick<ConsentStore, 'append' | 'currentOf'>
  timeline: Timeline
  clock: Clock
  wake: (job: (typeof removing)[Undone]) => void
}

interface GiveConsent {
  orgId: string
  invitationId: string
  candidateId: string
  /** The notice with the purposes of this position. */
  notice: PrivacyNotice
  noticeVersion: string
  choices: ConsentChoice[]
}

export async function giveConsent(deps: ConsentDeps, input: GiveConsent): Promise<void> {
  const { notice, choices, noticeVersion, ...who } = input
  if (noticeVersion !== notice.version) throw conflict('notice-outdated', { version: notice.version })
  refuseOtherPurposes(notice, choices)

  const before = await deps.consents.currentOf(who.orgId, who.invitationId)
  const takesBack = (of: ConsentPurpose) =>
    isGranted(before, of) && choices.some(({ purpose, granted }) => purpose === of && !granted)
  const takenBack = (['ai-scoring', 'recording', 'tone-analysis'] as const).filter(takesBack)
  if (before && sameChoices(before.choices, choices) && before.acceptedVersion === noticeVersion) return

  const at = deps.clock.now()
  await deps.consents.append({ ...who, noticeVersion, choices, at }, takenBack)
  await deps.timeline.append({
    orgId: who.orgId,
    candidateId: who.candidateId,
    invitationId: who.invitationId,
    at,
    kind: before ? 'consent-changed' : 'consent-given',
    key: `consent:${who.invitationId}:${at.getTime()}`,
  })
  for (const purpose of takenBack) deps.wake(removing[purpose])
}

export function refuseOtherPurposes(notice: PrivacyNotice, choices: ConsentChoice[]): void {
  const asked = new Set<ConsentPurpose>(notice.purposes.map(({ purpose }) => purpose))
  const faults = choices.flatMap(({ purpose }, index) =>
    asked.has(purpose) ? [] : [{ at: `choices.${index}.purpose`, rule: 'not-asked', allowed: [...asked] }],
  )
  if (faults.length > 0) throw invalidInput(faults)
}

const sameChoices = (before: ConsentChoice[], now: ConsentChoice[]): boolean =>
  now.every(({ purpose, granted }) => before.some((choice) => choice.purpose === purpose && choice.granted === granted))
