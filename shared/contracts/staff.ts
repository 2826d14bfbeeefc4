/** Who works here: members of the organisation, what they may do, and how they sign in (C16–C20). */
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, Timestamp } from './ids.js'
import { inEachLanguage, LanguageSchema, Line } from './text.js'

/** System (`it-operator`), security (`hr-admin`) and audit (`auditor`) are apart: nobody holds two of the three (C19). */
export const roles = ['hr-admin', 'recruiter', 'interviewer', 'department-manager', 'it-operator', 'auditor'] as const
export type Role = (typeof roles)[number]

const closed = { additionalProperties: false }

/** A role, for all positions of the organisation or for some. */
export const Grant = Type.Object(
  {
    role: Type.Enum([...roles]),
    positionIds: Type.Union([
      Type.Literal('all'),
      Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 200 }),
    ]),
  },
  closed,
)
export type Grant = Static<typeof Grant>

const Userid = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.@-]{0,63}$' })
const Name = Line({ minLength: 1, maxLength: 50 })

/** `GET /api/staff/sign-in`: where to go. `via=wecom` inside WeCom (91022), `via=qr` in a browser (98152). */
export const SignInQuery = Type.Object(
  {
    via: Type.Enum(['wecom', 'qr']),
    /** Page of the console to open afterwards; only paths below /console are followed. */
    returnTo: Type.Optional(Type.String({ maxLength: 300, pattern: '^/console(/(?!.*\\.\\.)[A-Za-z0-9/_?=&.-]*)?$' })),
  },
  closed,
)
/** `GET /api/staff/sign-in/callback`: WeCom sends the browser back with these. */
export const SignInCallback = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 512 }), state: Type.String({ pattern: '^[A-Za-z0-9]{16,128}$' }) },
  closed,
)

/** The person signed in, as the console needs it. */
export const Me = Type.Object(
  {
    id: ObjectIdSchema,
    name: Name,
    language: LanguageSchema,
    grants: Type.Array(Grant),
    organisation: Type.Object(
      {
        name: inEachLanguage(Type.String()),
        brandColour: Type.String(),
        /** IANA name; the console shows and takes every time in it. */
        zone: Type.String(),
        /** Whom candidates may ask, on every page. */
        contact: Type.Object(
          { name: inEachLanguage(Type.String()), phone: Type.String(), email: Type.Optional(Type.String()) },
          closed,
        ),
      },
      closed,
    ),
    /** `enrol`: an HR administrator without a second factor; `needed`: it was not given in this session (C18). */
    secondFactor: Type.Enum(['not-needed', 'enrol', 'needed', 'given']),
    /** May take along what they may read: a right of its own, off unless an HR administrator gave it (R34). */
    download: Type.Boolean(),
    /** Minutes without a request after which the session ends. */
    idleMinutes: Type.Integer(),
  },
  closed,
)
export type Me = Static<typeof Me>

export const ChooseLanguage = Type.Object({ language: LanguageSchema }, closed)

/** `GET /api/staff/jssdk-signature`: the address of the page that is open, without its part after `#`. */
export const PageSignatureQuery = Type.Object(
  { url: Type.String({ maxLength: 500, pattern: '^https?://[^#]+$' }) },
  closed,
)
export const PageSignature = Type.Object(
  { corpId: Type.String(), timestamp: Type.Integer(), nonceStr: Type.String(), signature: Type.String() },
  closed,
)
export type PageSignature = Static<typeof PageSignature>

/** The code printed on the terminal at first start makes the one who is signed in by WeCom the first administrator. */
export const ClaimFirstAdmin = Type.Object(
  { code: Type.String({ pattern: '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$' }) },
  closed,
)

const TotpCode = Type.String({ pattern: '^\\d{6}$' })
/** `POST /api/staff/second-factor/enrol`: shown once. */
export const SecondFactorEnrolment = Type.Object(
  { secret: Type.String(), otpauthUri: Type.String(), qrSvg: Type.String() },
  closed,
)
export type SecondFactorEnrolment = Static<typeof SecondFactorEnrolment>
/** `POST /api/staff/second-factor`: confirms the enrolment, or gives the factor in this session (RFC 6238). */
export const GiveSecondFactor = Type.Object({ code: TotpCode }, closed)

export const MemberForAdmin = Type.Object(
  {
    id: ObjectIdSchema,
    userid: Userid,
    name: Name,
    grants: Type.Array(Grant),
    status: Type.Enum(['active', 'disabled']),
    lockedUntil: Type.Optional(Timestamp),
    lastSeenAt: Type.Optional(Timestamp),
    secondFactor: Type.Boolean(),
    download: Type.Boolean(),
  },
  closed,
)
export type MemberForAdmin = Static<typeof MemberForAdmin>
export const MembersForAdmin = Type.Object({ members: Type.Array(MemberForAdmin) }, closed)
export type MembersForAdmin = Static<typeof MembersForAdmin>

/** `PUT /api/staff/members/:userid` */
export const SaveMember = Type.Object(
  {
    name: Name,
    grants: Type.Array(Grant, { maxItems: 12 }),
    status: Type.Enum(['active', 'disabled']),
    /** Left out: as it is; off for who is new. */
    download: Type.Optional(Type.Boolean()),
  },
  closed,
)
export type SaveMember = Static<typeof SaveMember>
export const ByUserid = Type.Object({ userid: Userid }, closed)
