/** What HR reads and does about a candidate: the list, the report page, ratings. */
import { AbilityOnPage } from './abilities.js'
import { AppealForStaff, candidateShows } from './appeals.js'
import { Type, type Static } from 'typebox'
import { ObjectIdSchema, ShortCode, Timestamp } from './ids.js'
import { InvitationForStaff } from './invitation-acts.js'
import { RoundSlot } from './round-slot.js'
import { ScoredReport } from './scored-report.js'
import { verdictsForStaff, WaitingDecision } from './staff-decisions.js'
import { degrees, MobileNumber, PersonName, Resume } from './talent.js'
import { Bilingual } from './text.js'
import { WrittenTestOnReport } from './written-tests.js'

const closed = { additionalProperties: false }

export const candidateOrders = ['newest', 'waiting', 'score', 'education'] as const
export type CandidateOrder = (typeof candidateOrders)[number]

const candidateQuery = {
  positionId: Type.Optional(Type.String({ maxLength: 60 })),
  step: Type.Optional(Type.String({ maxLength: 30 })),
  show: Type.Optional(Type.Enum([...candidateShows])),
  order: Type.Optional(Type.Enum([...candidateOrders])),
  /** `next` of the page before. */
  after: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}[.:][0-9a-f]{24}$' })),
}
/** `GET /api/staff/candidates` */
export const CandidateQuery = Type.Object(candidateQuery, closed)
/**
 * `POST /api/staff/candidates/search`: a part of a name, short code or school, a phone number or its last four digits. In the body, for
 * addresses are kept by browsers and proxies.
 */
export const CandidateSearch = Type.Object(
  { ...candidateQuery, search: Type.Optional(Type.String({ maxLength: 50 })) },
  closed,
)
export type CandidateSearch = Static<typeof CandidateSearch>
export const CandidateRow = Type.Object(
  {
    applicationId: ObjectIdSchema,
    name: Type.String(),
    shortCode: ShortCode,
    positionId: Type.String(),
    positionTitle: Bilingual,
    /** The state of the flow's state machine, with its label. */
    step: Type.String(),
    stepName: Bilingual,
    /** In this state. */
    since: Timestamp,
    appliedAt: Timestamp,
    /** These three for recruiters and HR administrators. */
    school: Type.Optional(Type.String()),
    degree: Type.Optional(Type.Enum([...degrees])),
    /** Absent without a report, and `hidden` while items of it wait for this reader's rating (E5). */
    score: Type.Optional(Type.Union([Type.Number(), Type.Literal('hidden')])),
  },
  closed,
)
export type CandidateRow = Static<typeof CandidateRow>
const Named = Type.Object({ id: Type.String(), name: Bilingual }, closed)
/** One page. The total stands on the first; `limited`: so many fit that only the newest of them were looked at. */
export const CandidateRows = Type.Object(
  {
    candidates: Type.Array(CandidateRow),
    total: Type.Optional(Type.Integer()),
    limited: Type.Optional(Type.Integer()),
    next: Type.Optional(Type.String()),
    /** What may be filtered by: the reader's positions and all states. */
    choices: Type.Object({ positions: Type.Array(Named), steps: Type.Array(Named) }, closed),
    /** Whether whoever asks may sort by score and education, and look for schools and numbers. */
    compares: Type.Boolean(),
  },
  closed,
)
export type CandidateRows = Static<typeof CandidateRows>

const Step = Type.Object(
  {
    id: Type.String(),
    name: Bilingual,
    state: Type.Enum(['done', 'now', 'todo']),
    score: Type.Optional(Type.Number()),
    hidden: Type.Optional(Type.Boolean()),
  },
  closed,
)
const HistoryLine = Type.Object(
  { at: Timestamp, text: Bilingual, tone: Type.Enum(['done', 'person', 'plain']), detail: Type.Optional(Bilingual) },
  closed,
)
/** Another file with the same phone or identity number. */
export const SamePersonForStaff = Type.Object(
  {
    candidateId: ObjectIdSchema,
    shortCode: ShortCode,
    name: Type.String(),
    source: Type.Enum(['import', 'mini-program']),
    matches: Type.Array(Type.Enum(['phone', 'id-number'])),
    phoneProved: Type.Boolean(),
    applications: Type.Array(
      Type.Object({ applicationId: ObjectIdSchema, positionTitle: Bilingual, appliedAt: Timestamp }, closed),
    ),
    verdict: Type.Optional(
      Type.Object({ is: Type.Enum(['same', 'different']), by: Type.String(), at: Timestamp }, closed),
    ),
  },
  closed,
)
export type SamePersonForStaff = Static<typeof SamePersonForStaff>

/** `POST /api/staff/applications/:id/same-person`: whether another file is the same person; `open` takes back what was said. */
export const JudgeSamePerson = Type.Object(
  { candidateId: ObjectIdSchema, verdict: Type.Enum(['same', 'different', 'open']) },
  closed,
)
export type JudgeSamePerson = Static<typeof JudgeSamePerson>

/** `PUT /api/staff/applications/:id/person`: a name or number that was mistyped, or a new number. What was there before is kept. */
export const CorrectPerson = Type.Object(
  {
    name: Type.Optional(PersonName),
    phone: Type.Optional(MobileNumber),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  },
  closed,
)
export type CorrectPerson = Static<typeof CorrectPerson>

/**
 * `GET /api/staff/applications/:id`: the report page. An interviewer sees neither phone nor e-mail, and of who does not share with
 * interviewers the name, the position and the round only.
 */
export const ApplicationForStaff = Type.Object(
  {
    /** The server's clock when this was read; the page says by it how long somebody waits. */
    now: Timestamp,
    applicationId: ObjectIdSchema,
    name: Type.String(),
    shortCode: ShortCode,
    positionId: Type.String(),
    positionTitle: Bilingual,
    appliedAt: Timestamp,
    source: Type.String(),
    /** In their stead, to whom they do not share with: that they do not, and who reads it. */
    notShared: Type.Optional(Bilingual),
    resume: Type.Optional(Type.Omit(Resume, ['idNumber', 'phone', 'email'] as const, closed)),
    contact: Type.Optional(Type.Object({ phone: Type.String(), email: Type.Optional(Type.String()) }, closed)),
    /** Core tags of the position, and whether the résumé shows them or staff say so (R2). */
    abilities: Type.Array(AbilityOnPage),
    screening: Type.Optional(
      Type.Object(
        {
          score: Type.Number(),
          outcome: Type.String(),
          reasons: Type.Array(Bilingual),
        },
        closed,
      ),
    ),
    flow: Type.Array(Step),
    invitation: Type.Optional(InvitationForStaff),
    waiting: Type.Optional(WaitingDecision),
    decisions: Type.Array(
      Type.Object(
        {
          stageName: Bilingual,
          verdict: Type.Enum([...verdictsForStaff]),
          by: Type.String(),
          at: Timestamp,
          reason: Type.Optional(Type.String()),
          takenBack: Type.Optional(Type.Object({ by: Type.String(), at: Timestamp, reason: Type.String() }, closed)),
        },
        closed,
      ),
    ),
    /** They asked that a person looks again; the last time. */
    appeal: Type.Optional(AppealForStaff),
    /** The decision that ended the application, for whom it may take back. */
    endedBy: Type.Optional(ObjectIdSchema),
    report: Type.Optional(ScoredReport),
    /** Brought in from elsewhere; beside the interview, never in its score. */
    writtenTests: Type.Optional(Type.Array(WrittenTestOnReport)),
    history: Type.Array(HistoryLine),
    messages: Type.Array(
      Type.Object({ at: Timestamp, template: Type.String(), status: Type.String(), detail: Bilingual }, closed),
    ),
    /** The slot of the next round as the position has it, to be changed when advancing. */
    nextSlot: Type.Optional(RoundSlot),
    /** Files that may be the same person. */
    samePerson: Type.Array(SamePersonForStaff),
    may: Type.Object(
      {
        decide: Type.Boolean(),
        rate: Type.Boolean(),
        judgeSamePerson: Type.Boolean(),
        correctPerson: Type.Boolean(),
        tagAbilities: Type.Boolean(),
        deletePerson: Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
)
export type ApplicationForStaff = Static<typeof ApplicationForStaff>

/** `POST /api/staff/reports/:id/ratings`: the reviewer's own score of one question, 1–5 in halves. */
export const RateQuestion = Type.Object(
  {
    questionId: Type.String({ maxLength: 80 }),
    score: Type.Number({ minimum: 1, maximum: 5, multipleOf: 0.5 }),
    note: Type.Optional(Type.String({ maxLength: 500 })),
  },
  closed,
)
export type RateQuestion = Static<typeof RateQuestion>
