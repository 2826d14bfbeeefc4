/** Consents as a growing list of choices: what was agreed when is never overwritten; the latest choice of a purpose counts. */
import type { ConsentChoice, ConsentPurpose } from '../../../shared/contracts/consent.js'

export interface ConsentRecord {
  orgId: string
  invitationId: string
  candidateId: string
  noticeVersion: string
  choices: ConsentChoice[]
  at: Date
}

export interface CurrentConsent {
  acceptedVersion: string
  acceptedAt: Date
  choices: ConsentChoice[]
}

/** Undefined until a version of the notice was accepted: nothing starts before (C1). */
export function currentConsent(records: readonly ConsentRecord[]): CurrentConsent | undefined {
  const latest = records.at(-1)
  if (!latest) return undefined
  const granted = new Map(
    records.flatMap(({ choices }) => choices.map(({ purpose, granted }) => [purpose, granted] as const)),
  )
  return {
    acceptedVersion: latest.noticeVersion,
    acceptedAt: latest.at,
    choices: [...granted].map(([purpose, isGranted]) => ({ purpose, granted: isGranted })),
  }
}

/** Silence is a no: a purpose that was never chosen is refused. */
export const isGranted = (consent: CurrentConsent | undefined, purpose: ConsentPurpose): boolean =>
  consent?.choices.some((choice) => choice.purpose === purpose && choice.granted) ?? false

/** The version of the notice under which the consent that stands was given. */
export function versionOfGrant(records: readonly ConsentRecord[], purpose: ConsentPurpose): string | undefined {
  const last = records.findLast(({ choices }) => choices.some((choice) => choice.purpose === purpose))
  return last?.choices.some((choice) => choice.purpose === purpose && choice.granted) ? last.noticeVersion : undefined
}

/** Somebody has chosen, and said no to AI scoring: people read the answers, and nothing speaks of a machine. */
export const refusesScoring = (consent: CurrentConsent | undefined): boolean =>
  consent !== undefined && !isGranted(consent, 'ai-scoring')
