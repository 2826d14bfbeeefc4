/** What leaves the house, field by field. A field that is not named here is not seen. */
import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { ChangesForCandidate } from '../../../shared/contracts/candidate-requests.js'
import type { InvitationForCandidate } from '../../../shared/contracts/invitations.js'
import type { Organisation } from '../accounts/index.js'
import { maskName } from '../notifications/index.js'
import type { Position } from '../positions/index.js'
import type { Opened } from './open-invitation.js'

interface Around {
  openid: string
  name: string
  position: Position
  organisation: Organisation
  answerModes: AnswerMode[]
  consented: boolean
  /** Whoever looks is who it is for. */
  theirs: boolean
  changes?: ChangesForCandidate
  interviewId?: string
}

export function presentInvitation({ invitation, opening, isOwner }: Opened, around: Around): InvitationForCandidate {
  switch (opening.kind) {
    case 'open':
      return presentOpen({ invitation, isOwner }, around)
    case 'expired':
      return {
        kind: 'expired',
        at: opening.closedAt.toISOString(),
        ...(around.changes?.mayAskTime && { changes: around.changes }),
      }
    case 'declined':
      return around.theirs
        ? { kind: 'declined', ...(opening.returnBy && { returnBy: opening.returnBy.toISOString() }) }
        : { kind: 'taken' }
    case 'done':
      return isOwner ? presentDone(invitation.applicationId, around.interviewId) : { kind: 'taken' }
    case 'revoked':
    case 'taken':
      return { kind: opening.kind }
  }
}

const presentDone = (applicationId: string, interviewId?: string): InvitationForCandidate => ({
  kind: 'done',
  applicationId,
  ...(interviewId && { interviewId }),
})

function presentOpen(
  { invitation, isOwner }: Pick<Opened, 'invitation' | 'isOwner'>,
  around: Around,
): InvitationForCandidate {
  const { openid, name, position, organisation, answerModes, consented, interviewId, changes } = around
  const bound = invitation.boundOpenid === openid && consented
  return {
    kind: 'open',
    id: invitation.id,
    bound,
    phoneVerified: invitation.verifiedOpenid === openid,
    name: isOwner ? name : maskName(name),
    positionTitle: position.title,
    organisationName: organisation.name,
    closesAt: invitation.closesAt.toISOString(),
    minutes: position.minutes,
    questionCount: position.plan.length,
    answerModes,
    bring: position.bring,
    notes: position.notes,
    seenBy: position.seenBy,
    ...(bound && interviewId && { interviewId }),
    ...(changes && { changes }),
  }
}
