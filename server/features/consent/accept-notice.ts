/** The version of the notice that goes with an application, checked before anything of a résumé is taken (C1). */
import type { AcceptedNotice, PrivacyNotice } from '../../../shared/contracts/consent.js'
import type { Resume } from '../../../shared/contracts/talent.js'
import { conflict, invalidInput } from '../../errors.js'
import { refuseOtherPurposes } from './give-consent.js'
import { noticeFor } from './notice.js'

/** @throws AppError notice-outdated; invalid-input (a purpose that is not asked, an identity number without its consent). */
export function refuseUnlessAccepted(
  notice: PrivacyNotice,
  { version, choices }: AcceptedNotice,
  { idNumber }: Pick<Resume, 'idNumber'>,
): void {
  if (version !== notice.version) throw conflict('notice-outdated', { version: notice.version })
  refuseOtherPurposes(noticeFor(notice, 'applying'), choices)
  const agreed = choices.some(({ purpose, granted }) => purpose === 'id-number' && granted)
  if (idNumber !== undefined && !agreed)
    throw invalidInput([{ at: 'resume.idNumber', rule: 'consent-needed', allowed: 'id-number' }])
}
