/** What the console calls, and how staff sign in. */
import { TagAbility } from '../abilities.js'
import { AnswerAppeal, AppealsWaiting } from '../appeals.js'
import { ById } from '../ids.js'
import {
  ActOnInvitation,
  ExtendInvitation,
  InvitationExtended,
  InvitationSentAgain,
  InvitationUnlocked,
} from '../invitation-acts.js'
import {
  DeletePerson,
  DeletionReceipt,
  DeletionReceipts,
  DeletionsAsked,
  DeletionState,
  LegalHold,
} from '../retention.js'
import { ClipAddress, Listened, RecordingsForReader } from '../recordings.js'
import { RoundSlot } from '../round-slot.js'
import {
  ChooseLanguage,
  ClaimFirstAdmin,
  GiveSecondFactor,
  Me,
  PageSignature,
  PageSignatureQuery,
  SecondFactorEnrolment,
  SignInCallback,
  SignInQuery,
} from '../staff.js'
import {
  DecideMany,
  DecideManyOutcome,
  DecideRequest,
  DecisionPreview,
  TakeBackRequest,
  WaitingCount,
  WaitingList,
  WaitingQuery,
} from '../staff-decisions.js'
import {
  ApplicationForStaff,
  CandidateQuery,
  CandidateSearch,
  CandidateRows,
  CorrectPerson,
  JudgeSamePerson,
} from '../staff-reports.js'
import { Nothing, type Endpoint } from './endpoint.js'

export const staffEndpoints = {
  'GET /api/staff/sign-in': {
    summary: 'Staff sign in: off to WeCom, or to the page when signed in',
    auth: 'none',
    query: SignInQuery,
  },
  'GET /api/staff/sign-in/callback': {
    summary: 'WeCom sends the browser back here',
    auth: 'none',
    query: SignInCallback,
  },
  'GET /api/staff/me': { summary: 'Who is signed in', auth: 'staff', reply: Me },
  'PUT /api/staff/me/language': { summary: 'My language', auth: 'staff', body: ChooseLanguage, reply: Nothing },
  'POST /api/staff/sign-out': { summary: 'End this session', auth: 'staff', reply: Nothing },
  'POST /api/staff/second-factor/enrol': {
    summary: 'A secret for an authenticator app, shown once',
    auth: 'staff',
    reply: SecondFactorEnrolment,
  },
  'POST /api/staff/second-factor': {
    summary: 'Give a code of the authenticator; answers with a new session',
    auth: 'staff',
    body: GiveSecondFactor,
    reply: Nothing,
  },
  'POST /api/staff/first-admin': {
    summary: 'Become the first HR administrator with the code printed at start',
    auth: 'staff',
    body: ClaimFirstAdmin,
    reply: Nothing,
  },
  'GET /api/staff/jssdk-signature': {
    summary: 'Signs a page of the console for the buttons of WeCom',
    auth: 'staff',
    query: PageSignatureQuery,
    reply: PageSignature,
  },
  'GET /api/staff/waiting': {
    summary: 'Who waits for a decision, the longest first',
    auth: 'staff',
    query: WaitingQuery,
    reply: WaitingList,
  },
  'GET /api/staff/waiting/count': {
    summary: 'How many wait for a decision',
    auth: 'staff',
    reply: WaitingCount,
  },
  'GET /api/staff/candidates': {
    summary: 'Candidates by position or state',
    auth: 'staff',
    query: CandidateQuery,
    reply: CandidateRows,
  },
  'POST /api/staff/candidates/search': {
    summary: 'Candidates by a part of name, short code, phone or school as well',
    auth: 'staff',
    body: CandidateSearch,
    reply: CandidateRows,
  },
  'GET /api/staff/applications/:id': {
    summary: 'The report page',
    auth: 'staff',
    params: ById,
    reply: ApplicationForStaff,
  },
  'GET /api/staff/applications/:id/report.pdf': {
    summary: 'The report page as a PDF, for the same readers; written down as a download',
    auth: 'staff',
    params: ById,
  },
  'GET /api/staff/interviews/:id/recordings': {
    summary: 'The spoken answers of an interview, for whoever may read its report: clips, words, what never came',
    auth: 'staff',
    params: ById,
    reply: RecordingsForReader,
  },
  'GET /api/staff/recordings/:id/clips/:clip': {
    summary: 'A clip as it was recorded, in ranges of bytes; each playing is written down',
    auth: 'staff',
    params: ClipAddress,
  },
  'GET /api/staff/recordings/:id/clips/:clip/file': {
    summary: 'One clip of a spoken answer to take along, for who has the right to download; written down as a download',
    auth: 'staff',
    params: ClipAddress,
  },
  'POST /api/staff/recordings/:id/listened': {
    summary: 'How much of a recording somebody heard, told when they stop listening, for the audit trail',
    auth: 'staff',
    params: ById,
    body: Listened,
  },
  'PUT /api/staff/applications/:id/person': {
    summary: 'Correct a name or a phone number; what was there before is kept',
    auth: 'staff',
    params: ById,
    body: CorrectPerson,
    reply: Nothing,
  },
  'PUT /api/staff/applications/:id/abilities': {
    summary: 'Whether somebody has a core tag of the position; without has the résumé speaks again',
    auth: 'staff',
    params: ById,
    body: TagAbility,
    reply: Nothing,
  },
  'POST /api/staff/applications/:id/same-person': {
    summary: 'Whether another file with the same phone or identity number is the same person; can be taken back',
    auth: 'staff',
    params: ById,
    body: JudgeSamePerson,
    reply: Nothing,
  },
  'POST /api/staff/applications/:id/invitation/resend': {
    summary: 'The invitation once more; the same key again sends nothing',
    auth: 'staff',
    params: ById,
    body: ActOnInvitation,
    reply: InvitationSentAgain,
  },
  'POST /api/staff/applications/:id/invitation/remind': {
    summary: 'Remind somebody who has not begun; the same key again sends nothing',
    auth: 'staff',
    params: ById,
    body: ActOnInvitation,
    reply: InvitationSentAgain,
  },
  'POST /api/staff/applications/:id/invitation/extend': {
    summary: 'More time; opens one again that had expired; tells the candidate',
    auth: 'staff',
    params: ById,
    body: ExtendInvitation,
    reply: InvitationExtended,
  },
  'POST /api/staff/applications/:id/invitation/unbind': {
    summary: 'Belongs to no WeChat any more, under a new link that is sent at once; not when the interview was begun',
    auth: 'staff',
    params: ById,
    body: ActOnInvitation,
    reply: InvitationSentAgain,
  },
  'POST /api/staff/applications/:id/invitation/revoke': {
    summary: 'Take it back: its link stops working, nothing is sent',
    auth: 'staff',
    params: ById,
    body: ActOnInvitation,
    reply: Nothing,
  },
  'POST /api/staff/applications/:id/invitation/unlock': {
    summary: 'Five new tries after wrong digits of the phone',
    auth: 'staff',
    params: ById,
    body: ActOnInvitation,
    reply: InvitationUnlocked,
  },
  'POST /api/staff/decisions/bulk': {
    summary: 'Decide several proposals of screening; without `confirmed` only shows what would happen',
    auth: 'staff',
    body: DecideMany,
    reply: DecideManyOutcome,
  },
  'POST /api/staff/decisions/:id/preview': {
    summary: 'What the candidate would be sent',
    auth: 'staff',
    params: ById,
    body: DecideRequest,
    reply: DecisionPreview,
  },
  'POST /api/staff/decisions/:id/slot/preview': {
    summary: 'The notice of a round that was entered without time and place',
    auth: 'staff',
    params: ById,
    body: RoundSlot,
    reply: DecisionPreview,
  },
  'POST /api/staff/decisions/:id/slot': {
    summary: 'Time and place of a round that was entered without; the notice goes out',
    auth: 'staff',
    params: ById,
    body: RoundSlot,
    reply: Nothing,
  },
  'GET /api/staff/appeals': {
    summary: 'Declined candidates who asked that a person looks again and wait for an answer, the longest first',
    auth: 'staff',
    reply: AppealsWaiting,
  },
  'POST /api/staff/appeals/:id/answer': {
    summary: 'Answer one in own words, which stand with the letter; the candidate is told',
    auth: 'staff',
    params: ById,
    body: AnswerAppeal,
    reply: Nothing,
  },
  'POST /api/staff/decisions/:id/take-back': {
    summary: 'Take a verdict back: one that was not carried out yet, or one that ended the application',
    auth: 'staff',
    params: ById,
    body: TakeBackRequest,
    reply: Nothing,
  },
  'POST /api/staff/decisions/:id': {
    summary: 'Decide: the first decision stands',
    auth: 'staff',
    params: ById,
    body: DecideRequest,
    reply: Nothing,
  },
  'GET /api/staff/applications/:id/deletion': {
    summary: 'Whether this person’s data may be deleted, is held back, or was deleted',
    auth: 'staff',
    params: ById,
    reply: DeletionState,
  },
  'POST /api/staff/applications/:id/deletion': {
    summary: 'Delete all that is known of this person; cannot be undone',
    auth: 'staff',
    params: ById,
    body: DeletePerson,
    reply: DeletionReceipt,
  },
  'PUT /api/staff/applications/:id/legal-hold': {
    summary: 'Keep this person’s data until it is released, with a reason',
    auth: 'staff',
    params: ById,
    body: LegalHold,
    reply: Nothing,
  },
  'DELETE /api/staff/applications/:id/legal-hold': {
    summary: 'Release it',
    auth: 'staff',
    params: ById,
    reply: Nothing,
  },
  'GET /api/staff/deletions/asked': {
    summary: 'Who asked in the app that everything is deleted and waits for it, the longest first',
    auth: 'staff',
    reply: DeletionsAsked,
  },
  'GET /api/staff/deletions': { summary: 'What was deleted, newest first', auth: 'staff', reply: DeletionReceipts },
} as const satisfies Record<string, Endpoint>
