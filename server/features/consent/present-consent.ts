import type { ConsentForCandidate, PrivacyNotice } from '../../../shared/contracts/consent.js'
import { isGranted, type CurrentConsent } from './consent.js'

/** Every asked purpose with its choice; all off until the candidate chose. */
export function presentConsent(
  invitationId: string,
  notice: PrivacyNotice,
  consent: CurrentConsent | undefined,
): ConsentForCandidate {
  return {
    invitationId,
    notice,
    ...(consent && { acceptedVersion: consent.acceptedVersion, acceptedAt: consent.acceptedAt.toISOString() }),
    choices: notice.purposes.map(({ purpose }) => ({ purpose, granted: isGranted(consent, purpose) })),
  }
}
