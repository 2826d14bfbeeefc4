import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { routes } from '../../routes.js'

/** What the message was most likely about: a letter, an invitation that waits, else where it stands. */
export function pageFor({ id, invitationToken, interviewId, letterReady }: ApplicationForCandidate): string {
  if (letterReady) return routes.letter(id)
  if (invitationToken && !interviewId) return routes.invitation(invitationToken)
  return routes.status(id)
}
