/** What the console calls, and how staff sign in. */
import { AuditPage, AuditQuery } from '../audit.js'
import { ByFile, DataFileCheck, DataFileForAdmin, DataFileRows, RevisionQuery, SaveDataFile } from '../data-files.js'
import { ById } from '../ids.js'
import {
  ActOnInvitation,
  ExtendInvitation,
  InvitationExtended,
  InvitationSentAgain,
  InvitationUnlocked,
} from '../invitation-acts.js'
import { RoundSlot } from '../round-slot.js'
import {
  ByUserid,
  ChooseLanguage,
  ClaimFirstAdmin,
  GiveSecondFactor,
  Me,
  MemberForAdmin,
  MembersForAdmin,
  PageSignature,
  PageSignatureQuery,
  SaveMember,
  SecondFactorEnrolment,
  SignInCallback,
  SignInQuery,
} from '../staff.js'
import { DecideMany, DecideManyOutcome, DecideRequest, DecisionPreview, WaitingList } from '../staff-decisions.js'
import { ApplicationForStaff, CandidateQuery, CandidateRows, JudgeSamePerson, RateQuestion } from '../staff-reports.js'
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
    reply: WaitingList,
  },
  'GET /api/staff/candidates': {
    summary: 'Candidates by name, short code, position or state',
    auth: 'staff',
    query: CandidateQuery,
    reply: CandidateRows,
  },
  'GET /api/staff/applications/:id': {
    summary: 'The report page',
    auth: 'staff',
    params: ById,
    reply: ApplicationForStaff,
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
  'POST /api/staff/applications/:id/invitation/unbind': {
    summary: 'Belongs to no WeChat any more, under a new link that is sent at once; not when the interview was begun',
    auth: 'staff',
    params: ById,
    body: ActOnInvitation,
    reply: InvitationSentAgain,
  },
  'POST /api/staff/reports/:id/ratings': {
    summary: 'My own score of one question; the first stands',
    auth: 'staff',
    params: ById,
    body: RateQuestion,
    reply: Nothing,
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
  'POST /api/staff/decisions/:id': {
    summary: 'Decide: the first decision stands',
    auth: 'staff',
    params: ById,
    body: DecideRequest,
    reply: Nothing,
  },
  'GET /api/staff/files': {
    summary: 'Positions, question banks, message texts and the organisation',
    auth: 'staff',
    reply: DataFileRows,
  },
  'POST /api/staff/files/check': {
    summary: 'Every fault of a file, or what saving it would change',
    auth: 'staff',
    body: SaveDataFile,
    reply: DataFileCheck,
  },
  'GET /api/staff/files/:kind/:fileId': {
    summary: 'A file with its versions',
    auth: 'staff',
    params: ByFile,
    query: RevisionQuery,
    reply: DataFileForAdmin,
  },
  'GET /api/staff/files/:kind/:fileId/yaml': { summary: 'Download the file', auth: 'staff', params: ByFile },
  'PUT /api/staff/files/:kind/:fileId': {
    summary: 'Save a new version over the one it was opened on',
    auth: 'staff',
    params: ByFile,
    body: SaveDataFile,
    reply: DataFileCheck,
  },
  'GET /api/staff/members': { summary: 'Members and their roles', auth: 'staff', reply: MembersForAdmin },
  'PUT /api/staff/members/:userid': {
    summary: 'Add a member, or change name, roles or status',
    auth: 'staff',
    params: ByUserid,
    body: SaveMember,
    reply: MemberForAdmin,
  },
  'GET /api/audit': {
    summary: 'Who of the staff read or changed what, newest first; format=csv answers text/csv',
    auth: 'staff',
    query: AuditQuery,
    reply: AuditPage,
  },
} as const satisfies Record<string, Endpoint>
