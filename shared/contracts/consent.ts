/** Notice and consents: separate, unticked, versioned, revocable (C1, C2; PIPL articles 14, 15, 17). */
import { Type, type Static } from 'typebox'
import { Bilingual } from './text.js'
import { ObjectIdSchema, Timestamp } from './ids.js'

export const consentPurposes = [
  'recording',
  'ai-scoring',
  'face-identity',
  'tone-analysis',
  'sharing',
  'id-number',
] as const
export type ConsentPurpose = (typeof consentPurposes)[number]

export const ConsentChoice = Type.Object(
  { purpose: Type.Enum([...consentPurposes]), granted: Type.Boolean() },
  { additionalProperties: false },
)
export type ConsentChoice = Static<typeof ConsentChoice>

export const PrivacyNotice = Type.Object(
  {
    version: Type.String(),
    title: Bilingual,
    sections: Type.Array(Type.Object({ title: Bilingual, text: Bilingual }, { additionalProperties: false })),
    /** Only those that are asked at this moment; each says what happens without it. */
    purposes: Type.Array(
      Type.Object(
        { purpose: Type.Enum([...consentPurposes]), title: Bilingual, text: Bilingual },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type PrivacyNotice = Static<typeof PrivacyNotice>

const NoticeVersion = Type.String({ minLength: 4, maxLength: 40 })
const Choices = Type.Array(ConsentChoice, { minItems: 1, maxItems: consentPurposes.length })

/** With an application: the version that was on the page, and what was chosen there. Nothing is taken before (C1). */
export const AcceptedNotice = Type.Object(
  { version: NoticeVersion, choices: Type.Array(ConsentChoice, { maxItems: consentPurposes.length }) },
  { additionalProperties: false },
)
export type AcceptedNotice = Static<typeof AcceptedNotice>

/** First consent, on the invitation: binds it to the person who verified the phone. */
export const GiveConsent = Type.Object(
  { token: Type.String({ minLength: 16, maxLength: 64 }), noticeVersion: NoticeVersion, choices: Choices },
  { additionalProperties: false },
)
export type GiveConsent = Static<typeof GiveConsent>

/** Later changes under 我的数据: what is not named stays as it is. */
export const ChangeConsent = Type.Object(
  { noticeVersion: NoticeVersion, choices: Choices },
  { additionalProperties: false },
)
export type ChangeConsent = Static<typeof ChangeConsent>

export const ConsentForCandidate = Type.Object(
  {
    invitationId: ObjectIdSchema,
    notice: PrivacyNotice,
    /** The version that was accepted; absent before the first consent. */
    acceptedVersion: Type.Optional(Type.String()),
    acceptedAt: Type.Optional(Timestamp),
    choices: Type.Array(ConsentChoice),
  },
  { additionalProperties: false },
)
export type ConsentForCandidate = Static<typeof ConsentForCandidate>
