/**
 * Whether anybody may measure how somebody spoke: the organisation switched it on, its profile allows it, and the person agreed to just
 * this (C2, C25). Asked before it is done, once more when it is done, and whenever it is shown.
 */
import { measuresVoices, type Organisation } from '../../accounts/index.js'
import type { ConsentStore } from '../../consent/index.js'
import type { Interview } from '../../interviews/index.js'

export interface MayMeasureDeps {
  organisationOf: (orgId: string) => Promise<Organisation>
  consents: Pick<ConsentStore, 'grantedUnder'>
}

export async function mayMeasure(
  { organisationOf, consents }: MayMeasureDeps,
  { orgId, invitationId }: Pick<Interview, 'orgId' | 'invitationId'>,
): Promise<boolean> {
  if (!measuresVoices(await organisationOf(orgId))) return false
  return (await consents.grantedUnder(orgId, invitationId, 'tone-analysis')) !== undefined
}
