/** What the mini-program calls. */
import { AskAgain } from '../appeals.js'
import { CorrectTranscript, TranscriptsForCandidate } from '../corrections.js'
import { ChangeConsent, ConsentForCandidate, GiveConsent, PrivacyNotice } from '../consent.js'
import { ById } from '../ids.js'
import {
  AskSimpler,
  Heartbeat,
  InterviewAct,
  InterviewForCandidate,
  QuestionOfInterview,
  SaveDraft,
  StartInterview,
  SubmitAnswer,
} from '../interviews.js'
import { InvitationForCandidate, OpenInvitation, VerifyPhone } from '../invitations.js'
import { RecordSubscriptions } from '../notifications.js'
import {
  CodeRequested,
  ProveByWechat,
  ProvedByWechat,
  ProveEmail,
  ProvePhone,
  RequestEmailCode,
  RequestPhoneCode,
} from '../contact-proof.js'
import { PositionsForCandidate } from '../positions.js'
import { PieceAddress, TakesForCandidate, TakesOfQuestion } from '../recordings.js'
import { FeedbackForCandidate } from '../reports.js'
import { DeletionAsked, DeletionForCandidate, DeletionsForCandidate, ReadReceipt } from '../retention.js'
import { CandidateSession, OpenCandidateSession } from '../sessions.js'
import { LetterForCandidate } from '../staff-decisions.js'
import {
  ApplicationForCandidate,
  ApplicationsForCandidate,
  ApplyToPosition,
  ClaimApplication,
  ClaimByCode,
} from '../talent.js'
import { Nothing, type Endpoint } from './endpoint.js'

export const candidateEndpoints = {
  'POST /api/candidate/sessions': {
    summary: 'Sign in with the code of wx.login',
    auth: 'none',
    body: OpenCandidateSession,
    reply: CandidateSession,
  },
  'GET /api/candidate/positions': { summary: 'Open positions', auth: 'candidate', reply: PositionsForCandidate },
  'GET /api/candidate/notice': {
    summary: 'The notice in force, with what is chosen when applying',
    auth: 'candidate',
    reply: PrivacyNotice,
  },
  'POST /api/candidate/applications': {
    summary: 'Apply with a résumé; the same submission key answers the same application',
    auth: 'candidate',
    body: ApplyToPosition,
    reply: ApplicationForCandidate,
  },
  'GET /api/candidate/applications': { summary: 'My applications', auth: 'candidate', reply: ApplicationsForCandidate },
  'GET /api/candidate/deletions': {
    summary: 'Receipts: which of my data was deleted, and when',
    auth: 'candidate',
    reply: DeletionsForCandidate,
  },
  'POST /api/candidate/deletions/receipt': {
    summary: 'The receipt of this number, whoever has it',
    auth: 'candidate',
    body: ReadReceipt,
    reply: DeletionForCandidate,
  },
  'GET /api/candidate/applications/:id/deletion': {
    summary: 'Whether I asked that everything about me is deleted, and what follows',
    auth: 'candidate',
    params: ById,
    reply: DeletionAsked,
  },
  'POST /api/candidate/applications/:id/deletion': {
    summary: 'Ask that everything about me is deleted; asked twice, the first time counts',
    auth: 'candidate',
    params: ById,
    reply: DeletionAsked,
  },
  'DELETE /api/candidate/applications/:id/deletion': {
    summary: 'Take that back, as long as nothing was deleted',
    auth: 'candidate',
    params: ById,
    reply: DeletionAsked,
  },
  'GET /api/candidate/applications/:id': {
    summary: 'Where one application stands',
    auth: 'candidate',
    params: ById,
    reply: ApplicationForCandidate,
  },
  'POST /api/candidate/applications/claim': {
    summary: 'Open the application of a link that was sent to my phone, by its last digits',
    auth: 'candidate',
    body: ClaimApplication,
    reply: Nothing,
  },
  'POST /api/candidate/applications/claim-by-code': {
    summary:
      'Open what an SMS was about, by its short code and the last digits of the phone; the same refusal whatever is wrong',
    auth: 'candidate',
    body: ClaimByCode,
    reply: ApplicationForCandidate,
  },
  'POST /api/candidate/phone/code': {
    summary: 'Send a code to a phone, to prove that it is mine; the same reply whoever is known under it',
    auth: 'candidate',
    body: RequestPhoneCode,
    reply: CodeRequested,
  },
  'POST /api/candidate/phone/proof': {
    summary: 'Give the code back: messages may go to the phone, and what the bank knows under it is mine',
    auth: 'candidate',
    body: ProvePhone,
    reply: Nothing,
  },
  'POST /api/candidate/phone/wechat': {
    summary: 'Prove the number of my WeChat by the tap that tells it, where the mini-program may ask',
    auth: 'candidate',
    body: ProveByWechat,
    reply: ProvedByWechat,
  },
  'POST /api/candidate/email/code': {
    summary: 'Send a code to an e-mail address, to prove that it is mine; the same reply whoever is known under it',
    auth: 'candidate',
    body: RequestEmailCode,
    reply: CodeRequested,
  },
  'POST /api/candidate/email/proof': {
    summary: 'Give the code back: mail may go to the address, and what the bank knows under it is mine',
    auth: 'candidate',
    body: ProveEmail,
    reply: Nothing,
  },
  'GET /api/candidate/applications/:id/letter': {
    summary: 'The letter about a decline: a strength, one next step, how to appeal',
    auth: 'candidate',
    params: ById,
    reply: LetterForCandidate,
  },
  'POST /api/candidate/applications/:id/appeal': {
    summary: 'Ask that a person looks again at a decline, once a decision and as long as its letter says',
    auth: 'candidate',
    params: ById,
    body: AskAgain,
    reply: LetterForCandidate,
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
  'POST /api/candidate/interviews/:id/questions/:number/simpler': {
    summary: 'The question in plainer words, once: to whoever asks, or was silent while answering; the clock goes on',
    auth: 'candidate',
    params: QuestionOfInterview,
    body: AskSimpler,
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
  'PUT /api/candidate/interviews/:id/questions/:number/takes/:take/clips/:clip/pieces/:piece': {
    summary:
      'A piece of a spoken answer: its bytes as body, their SHA-256 as x-content-sha256, the phone as x-device-key; answers 204, the same again too',
    auth: 'candidate',
    params: PieceAddress,
  },
  'GET /api/candidate/interviews/:id/questions/:number/takes': {
    summary: 'What of a spoken answer has arrived',
    auth: 'candidate',
    params: TakesOfQuestion,
    reply: TakesForCandidate,
  },
  'POST /api/candidate/device-check/upload': {
    summary: 'How fast a phone sends: up to 256 KB of anything as body, read and forgotten; answers 204',
    auth: 'candidate',
  },
  'GET /api/candidate/interviews/:id/feedback': {
    summary: 'My feedback',
    auth: 'candidate',
    params: ById,
    reply: FeedbackForCandidate,
  },
  'GET /api/candidate/interviews/:id/transcripts': {
    summary: 'What was written down of my spoken answers, and whether I may still correct it',
    auth: 'candidate',
    params: ById,
    reply: TranscriptsForCandidate,
  },
  'PUT /api/candidate/interviews/:id/questions/:number/correction': {
    summary:
      'Correct a transcript, once an answer: it is scored again, and both are kept; the same text again is the same correction',
    auth: 'candidate',
    params: QuestionOfInterview,
    body: CorrectTranscript,
    reply: TranscriptsForCandidate,
  },
} as const satisfies Record<string, Endpoint>
