/**
 * Whether a member may read what a candidate wrote and what was made of it: the consent `sharing` (C2). Asked of the store each time, so
 * that what is taken back ends at once. Whoever has not chosen yet has not agreed.
 */
import { mayActOn, type StaffCaller } from '../../ports/staff.js'
import { consentPolicy, isGranted, type ConsentStore } from '../consent/index.js'
import type { InvitationStore } from './invitation-store.js'

interface SharingDeps {
  invitations: Pick<InvitationStore, 'latestOfEach'>
  consents: Pick<ConsentStore, 'currentOfEach'>
}

interface Which {
  applicationId: string
  positionId: string
}

export interface Sharing {
  mayRead(reader: StaffCaller, application: Which): Promise<boolean>
  /** The ids of those that the reader may read. */
  readableAmong(reader: StaffCaller, applications: readonly Which[]): Promise<ReadonlySet<string>>
}

export function sharingOf({ invitations, consents }: SharingDeps): Sharing {
  async function sharedAmong(orgId: string, applicationIds: readonly string[]): Promise<string[]> {
    if (applicationIds.length === 0) return []
    const latest = await invitations.latestOfEach(orgId, applicationIds)
    const chosen = await consents.currentOfEach(orgId, [...latest.values()])
    return [...latest].flatMap(([applicationId, invitationId]) =>
      isGranted(chosen.get(invitationId), 'sharing') ? [applicationId] : [],
    )
  }

  async function readableAmong(reader: StaffCaller, applications: readonly Which[]): Promise<ReadonlySet<string>> {
    const always = applications.filter(({ positionId }) => mayActOn(reader, consentPolicy.readUnshared, positionId))
    const asked = applications.filter((one) => !always.includes(one)).map(({ applicationId }) => applicationId)
    const shared = await sharedAmong(reader.orgId, [...new Set(asked)])
    return new Set([...always.map(({ applicationId }) => applicationId), ...shared])
  }

  return {
    readableAmong,
    mayRead: async (reader, application) => (await readableAmong(reader, [application])).has(application.applicationId),
  }
}
