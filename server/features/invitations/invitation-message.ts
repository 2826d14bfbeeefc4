/** The message with the link, the first time and whenever it is sent again: made anew each time, so the deadline is today's. */
import type { Position, PositionOf } from '../positions/index.js'
import type { Invitation } from './invitation.js'
import type { LinkTokens } from './invitation-store.js'

export interface MessageDeps {
  positionOf: PositionOf
  tokens: Pick<LinkTokens, 'tokenOf'>
}

/** `act`: names a sending after the first one, so that each goes out once. */
export async function invitationMessage({ positionOf, tokens }: MessageDeps, invitation: Invitation, act?: string) {
  const { orgId, candidateId, applicationId, positionId, closesAt, id, linkVersion } = invitation
  const position = await positionOf(orgId, positionId)
  if (!position) throw new Error(`position ${positionId} is gone`)

  return {
    orgId,
    candidateId,
    applicationId,
    template: 'invitation' as const,
    variables: invitationVariables(position, { closesAt, token: tokens.tokenOf(invitation) }),
    dedupeKey: ['invitation', id, linkVersion, act].filter((part) => part !== undefined).join(':'),
    about: { kind: 'invitation' as const, id },
    notAfter: closesAt,
  }
}

export const invitationVariables = (
  { title, minutes }: Pick<Position, 'title' | 'minutes'>,
  { closesAt, token }: { closesAt: Date; token: string },
) => ({ position: title, deadline: closesAt, minutes, token })
