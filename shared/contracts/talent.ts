/** A résumé and an application. Only these fields are collected (C24); an unknown field is an error that names it. */
import { Type, type Static } from 'typebox'
import { AcceptedNotice } from './consent.js'
import { RoundSlot } from './round-slot.js'
import { Bilingual, Line, Prose } from './text.js'
import { ObjectIdSchema, SubmissionKey, Timestamp } from './ids.js'

export const degrees = ['high-school', 'associate', 'bachelor', 'master', 'doctor'] as const
export type Degree = (typeof degrees)[number]

/** `2024-07`, or `2024` where somebody remembers no more. */
const Month = Type.String({ pattern: '^(19|20)\\d{2}(-(0[1-9]|1[0-2]))?$' })

export const Experience = Type.Object(
  {
    organisation: Line({ minLength: 1, maxLength: 80 }),
    role: Line({ minLength: 1, maxLength: 80 }),
    from: Type.Optional(Month),
    to: Type.Optional(Month),
    description: Type.Optional(Prose({ maxLength: 1000 })),
  },
  { additionalProperties: false },
)
export type Experience = Static<typeof Experience>

/** Mainland mobile number. */
export const MobileNumber = Type.String({ pattern: '^1[3-9]\\d{9}$' })

/** A line in which at least two letters can be seen. */
export const PersonName = Line({ minLength: 2, maxLength: 50 }, '(?=(?:\\P{L}*\\p{L}){2})')

export const Resume = Type.Object(
  {
    name: PersonName,
    /** The last four digits later open the invitation. */
    phone: MobileNumber,
    email: Type.Optional(Type.String({ format: 'email', maxLength: 120 })),
    /** Resident identity card (GB 11643, check digit included), optional; only with the consent `id-number`. */
    idNumber: Type.Optional(Type.String({ format: 'resident-id', maxLength: 18 })),
    education: Type.Object(
      {
        degree: Type.Enum([...degrees]),
        school: Line({ minLength: 2, maxLength: 80 }),
        major: Line({ minLength: 2, maxLength: 80 }),
        graduatedIn: Type.Optional(Month),
      },
      { additionalProperties: false },
    ),
    yearsOfExperience: Type.Number({ minimum: 0, maximum: 50 }),
    certificates: Type.Array(Line({ minLength: 1, maxLength: 80 }), { maxItems: 20 }),
    experiences: Type.Array(Experience, { maxItems: 20 }),
    selfIntroduction: Type.Optional(Prose({ maxLength: 2000 })),
  },
  { additionalProperties: false },
)
export type Resume = Static<typeof Resume>

export const ApplyToPosition = Type.Object(
  {
    positionId: Type.String({ maxLength: 60 }),
    submissionKey: SubmissionKey,
    resume: Resume,
    notice: AcceptedNotice,
  },
  { additionalProperties: false },
)
export type ApplyToPosition = Static<typeof ApplyToPosition>

/** A link that was sent about an application is followed by somebody who has not been seen before. */
export const ClaimApplication = Type.Object(
  {
    applicationId: ObjectIdSchema,
    proof: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
    tail: Type.String({ pattern: '^\\d{4}$' }),
  },
  { additionalProperties: false },
)
export type ClaimApplication = Static<typeof ClaimApplication>

/** What stands in an SMS without a link of its own, and the phone it went to. Letters in either case. */
export const ClaimByCode = Type.Object(
  {
    code: Type.String({ pattern: '^[0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{4}$' }),
    tail: Type.String({ pattern: '^\\d{4}$' }),
  },
  { additionalProperties: false },
)
export type ClaimByCode = Static<typeof ClaimByCode>

/** Where an application stands, as the candidate is told. */
export const applicationSteps = [
  'applied',
  'screened',
  'invited',
  'submitted',
  'report',
  'review',
  'next-round',
] as const
export type ApplicationStep = (typeof applicationSteps)[number]
export const applicationOutcomes = ['advanced', 'declined'] as const
export const interviewEnds = ['revoked', 'withdrawn', 'expired', 'abandoned'] as const
export type InterviewEnd = (typeof interviewEnds)[number]
export const stepStates = ['done', 'now', 'todo'] as const
export type StepState = (typeof stepStates)[number]

export const ApplicationForCandidate = Type.Object(
  {
    id: ObjectIdSchema,
    positionId: Type.String(),
    positionTitle: Bilingual,
    appliedAt: Timestamp,
    /** Set once an invitation is open to this person: opens the invitation page. */
    invitationToken: Type.Optional(Type.String()),
    /** Set once the candidate accepted it: their choices can be changed under it. */
    invitationId: Type.Optional(ObjectIdSchema),
    interviewId: Type.Optional(ObjectIdSchema),
    /** The interview will not be taken: the invitation was taken back, declined by its candidate, ran out, or its window closed in the middle. */
    ended: Type.Optional(Type.Enum([...interviewEnds])),
    feedbackReady: Type.Boolean(),
    /** What was written down of spoken answers can be read. Only when one is asked for. */
    transcriptsReady: Type.Optional(Type.Boolean()),
    /** How it stands, once a person decided. */
    outcome: Type.Optional(Type.Enum([...applicationOutcomes])),
    /** What the caller typed and has not proved yet; may be proved from here. Only when one is asked for, and only whoever sent it. */
    unproved: Type.Optional(
      Type.Object(
        { phone: Type.Optional(Type.String()), email: Type.Optional(Type.String()) },
        { additionalProperties: false },
      ),
    ),
    /** There is a letter about a decline. */
    letterReady: Type.Optional(Type.Boolean()),
    /** The round that comes, once time and place are set (M5). */
    nextRound: Type.Optional(
      Type.Object({ name: Bilingual, ...RoundSlot.properties }, { additionalProperties: false }),
    ),
    steps: Type.Array(
      Type.Object(
        {
          step: Type.Enum([...applicationSteps]),
          state: Type.Enum([...stepStates]),
          at: Type.Optional(Timestamp),
          /** Promised by then. */
          dueBy: Type.Optional(Timestamp),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type ApplicationForCandidate = Static<typeof ApplicationForCandidate>

export const ApplicationsForCandidate = Type.Object(
  { applications: Type.Array(ApplicationForCandidate) },
  { additionalProperties: false },
)
