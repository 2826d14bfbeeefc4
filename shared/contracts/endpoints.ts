/**
 * Every HTTP endpoint with what it takes and answers. OpenAPI is generated from this table and a test holds it against the
 * router, so a route that is not here does not exist. Positions come from their own contract.
 */
import type { TSchema } from 'typebox'
import { Type } from 'typebox'
import { AuditPage, AuditQuery } from './audit.js'
import { CallbackEcho, CallbackQuery } from './callbacks.js'
import { ChangeConsent, ConsentForCandidate, GiveConsent } from './consent.js'
import { ByFile, DataFileCheck, DataFileForAdmin, DataFileRows, RevisionQuery, SaveDataFile } from './data-files.js'
import { ById } from './ids.js'
import {
  Heartbeat,
  InterviewAct,
  InterviewForCandidate,
  QuestionOfInterview,
  SaveDraft,
  StartInterview,
  SubmitAnswer,
} from './interviews.js'
import {
  ActOnInvitation,
  ExtendInvitation,
  InvitationExtended,
  InvitationSentAgain,
  InvitationUnlocked,
} from './invitation-acts.js'
import { InvitationForCandidate, OpenInvitation, VerifyPhone } from './invitations.js'
import { RecordSubscriptions } from './notifications.js'
import { PositionsForCandidate } from './positions.js'
import { FeedbackForCandidate } from './reports.js'
import { RoundSlot } from './round-slot.js'
import { CandidateSession, OpenCandidateSession } from './sessions.js'
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
} from './staff.js'
import {
  ApplicationForStaff,
  CandidateQuery,
  CandidateRows,
  DecideMany,
  DecideManyOutcome,
  DecideRequest,
  DecisionPreview,
  DeclineLetter,
  RateQuestion,
  WaitingList,
} from './staff-reports.js'
import { ApplicationForCandidate, ApplicationsForCandidate, ApplyToPosition } from './talent.js'

export interface Endpoint {
  summary: string
  auth: 'none' | 'candidate' | 'staff'
  params?: TSchema
  query?: TSchema
  body?: TSchema
  reply?: TSchema
}

const Nothing = Type.Object({}, { additionalProperties: false })

export const endpoints = {
  'POST /api/candidate/sessions': {
    summary: 'Sign in with the code of wx.login',
    auth: 'none',
    body: OpenCandidateSession,
    reply: CandidateSession,
  },
  'GET /api/candidate/positions': { summary: 'Open positions', auth: 'candidate', reply: PositionsForCandidate },
  'POST /api/candidate/applications': {
    summary: 'Apply with a résumé; the same submission key answers the same application',
    auth: 'candidate',
    body: ApplyToPosition,
    reply: ApplicationForCandidate,
  },
  'GET /api/candidate/applications': { summary: 'My applications', auth: 'candidate', reply: ApplicationsForCandidate },
  'GET /api/candidate/applications/:id': {
    summary: 'Where one application stands',
    auth: 'candidate',
    params: ById,
    reply: ApplicationForCandidate,
  },
  'GET /api/candidate/applications/:id/letter': {
    summary: 'The letter about a decline: a strength, one next step, how to appeal',
    auth: 'candidate',
    params: ById,
    reply: DeclineLetter,
  },
  'POST /api/candidate/subscriptions': {
    summary: 'What the candidate chose when asked for messages',
    auth: 'candidate',
    body: RecordSubscriptions,
    reply: Nothing,
  },
  'POST /api/candidate/invitations/open': {
    summary: 'Look at an invitation by its token',
    auth: 'candidate',
    body: OpenInvitation,
    reply: InvitationForCandidate,
  },
  'POST /api/candidate/invitations/verify-phone': {
    summary: 'Prove with the last four digits of the phone that it is yours',
    auth: 'candidate',
    body: VerifyPhone,
    reply: InvitationForCandidate,
  },
  'POST /api/candidate/invitations/notice': {
    summary: 'The notice and the purposes to choose from',
    auth: 'candidate',
    body: OpenInvitation,
    reply: ConsentForCandidate,
  },
  'POST /api/candidate/invitations/consent': {
    summary: 'Accept the notice, choose purposes, bind the invitation',
    auth: 'candidate',
    body: GiveConsent,
    reply: InvitationForCandidate,
  },
  'GET /api/candidate/consents/:id': {
    summary: 'My choices for one invitation',
    auth: 'candidate',
    params: ById,
    reply: ConsentForCandidate,
  },
  'PUT /api/candidate/consents/:id': {
    summary: 'Change my choices',
    auth: 'candidate',
    params: ById,
    body: ChangeConsent,
    reply: ConsentForCandidate,
  },
  'POST /api/candidate/interviews': {
    summary: 'Start the interview, or go on with it',
    auth: 'candidate',
    body: StartInterview,
    reply: InterviewForCandidate,
  },
  'GET /api/candidate/interviews/:id': {
    summary: 'Where the interview stands by the server’s clock',
    auth: 'candidate',
    params: ById,
    reply: InterviewForCandidate,
  },
  'POST /api/candidate/interviews/:id/heartbeat': {
    summary: 'The phone is here; answers the view',
    auth: 'candidate',
    params: ById,
    body: Heartbeat,
    reply: InterviewForCandidate,
  },
  'POST /api/candidate/interviews/:id/rest': {
    summary: 'Rest once longer',
    auth: 'candidate',
    params: ById,
    body: InterviewAct,
    reply: InterviewForCandidate,
  },
  'POST /api/candidate/interviews/:id/questions/:number/issue': {
    summary: 'Send me this question',
    auth: 'candidate',
    params: QuestionOfInterview,
    body: InterviewAct,
    reply: InterviewForCandidate,
  },
  'POST /api/candidate/interviews/:id/questions/:number/shown': {
    summary: 'It is on the screen: its clock starts',
    auth: 'candidate',
    params: QuestionOfInterview,
    body: InterviewAct,
    reply: InterviewForCandidate,
  },
  'POST /api/candidate/interviews/:id/questions/:number/begin': {
    summary: 'Skip the rest of the thinking time',
    auth: 'candidate',
    params: QuestionOfInterview,
    body: InterviewAct,
    reply: InterviewForCandidate,
  },
  'PUT /api/candidate/interviews/:id/questions/:number/draft': {
    summary: 'Autosave',
    auth: 'candidate',
    params: QuestionOfInterview,
    body: SaveDraft,
    reply: InterviewForCandidate,
  },
  'PUT /api/candidate/interviews/:id/questions/:number/answer': {
    summary: 'Finish this answer; the same again is the same, another one is refused',
    auth: 'candidate',
    params: QuestionOfInterview,
    body: SubmitAnswer,
    reply: InterviewForCandidate,
  },
  'GET /api/candidate/interviews/:id/feedback': {
    summary: 'My feedback',
    auth: 'candidate',
    params: ById,
    reply: FeedbackForCandidate,
  },
  'GET /api/wecom/callback': {
    summary: 'WeCom asks whether this address is ours; answers plain text',
    auth: 'none',
    query: CallbackEcho,
  },
  'POST /api/wecom/callback': {
    summary: 'WeCom tells of an event; the body is sealed XML',
    auth: 'none',
    query: CallbackQuery,
  },
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

export type EndpointKey = keyof typeof endpoints
