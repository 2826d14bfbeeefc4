/** The message with the link, the first time and whenever it is sent again: made anew each time, so the deadline is today's. */
import type { Position } from '../positions/index.js'
import type { Invitation } from './invitation.js'
import type { LinkTokens } from './invitation-store.js'

export interface MessageDeps {
  positionOf: (orgId: string, positionId: string) => Promise<Position | undefined>
  tokens: Pick<LinkTokens, 'tokenOf'>
}

/** `act`: names a sending after the first one, so that each goes out once. */
export async function invitationMessage({ positionOf, tokens }: MessageDeps, invitation: Invitation, act?: string) {
  const { orgId, candidateId, positionId, closesAt, id, linkVersion } = invitation
  const position = await positionOf(orgId, positionId)
  if (!position) throw new Error(`position ${positionId} is gone`)

  return {
    orgId,
    candidateId,
    template: 'invitation' as const,
    variables: {
      position: position.title,
      deadline: closesAt,
      minutes: position.minutes,
      token: tokens.tokenOf(invitation),
    },
    dedupeKey: ['invitation', id, linkVersion, act].filter((part) => part !== undefined).join(':'),
    about: { kind: 'invitation' as const, id },
    notAfter: closesAt,
  }
}
