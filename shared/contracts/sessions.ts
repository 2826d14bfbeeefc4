/** Signing a candidate in: wx.login's code becomes a session of ours (12 h). Nothing else identifies a caller. */
import { Type, type Static } from 'typebox'
import { candidateTemplates } from './notifications.js'
import { Timestamp } from './ids.js'
import { Bilingual } from './text.js'

export const OpenCandidateSession = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 128 }) },
  { additionalProperties: false },
)
export type OpenCandidateSession = Static<typeof OpenCandidateSession>

export const OrganisationForCandidate = Type.Object(
  {
    name: Bilingual,
    brandColor: Type.String(),
    /** Offset and rules of the organisation's clock, an IANA name; times on the phone are shown in it. */
    zone: Type.String(),
    contact: Type.Object({ name: Bilingual, phone: Type.Optional(Type.String()) }, { additionalProperties: false }),
  },
  { additionalProperties: false },
)
export type OrganisationForCandidate = Static<typeof OrganisationForCandidate>

export const CandidateSession = Type.Object(
  {
    token: Type.String(),
    expiresAt: Timestamp,
    organisation: OrganisationForCandidate,
    /** By which ways other than a code by SMS a candidate may prove what is theirs. */
    contactProofs: Type.Object(
      { email: Type.Boolean(), wechatNumber: Type.Boolean() },
      { additionalProperties: false },
    ),
    /** WeChat template ids to ask a subscription for. */
    templateIds: Type.Object(
      Object.fromEntries(candidateTemplates.map((template) => [template, Type.String()])) as Record<
        (typeof candidateTemplates)[number],
        ReturnType<typeof Type.String>
      >,
    ),
  },
  { additionalProperties: false },
)
export type CandidateSession = Static<typeof CandidateSession>
