/** What candidates ask for around their invitations, and how HR reads and answers it. */
import {
  AnswerRequest,
  AskMoreTime,
  DeclineInvitation,
  RequestsOfApplication,
  RequestsWaiting,
} from '../candidate-requests.js'
import { ById } from '../ids.js'
import { InvitationForCandidate, OpenInvitation } from '../invitations.js'
import { Nothing, type Endpoint } from './endpoint.js'

export const candidateRequestEndpoints = {
  'POST /api/candidate/invitations/decline': {
    summary: 'Not to take part, with a reason for whoever wants to give one; not once the interview was begun',
    auth: 'candidate',
    body: DeclineInvitation,
    reply: InvitationForCandidate,
  },
  'POST /api/candidate/invitations/return': {
    summary: 'To take part after all, while the window is open',
    auth: 'candidate',
    body: OpenInvitation,
    reply: InvitationForCandidate,
  },
  'POST /api/candidate/invitations/more-time': {
    summary: 'More time to begin: given at once inside what the organisation leaves to candidates, else HR is asked',
    auth: 'candidate',
    body: AskMoreTime,
    reply: InvitationForCandidate,
  },
  'GET /api/staff/requests': {
    summary: 'What candidates asked for on the invitation page and nobody answered, the longest first',
    auth: 'staff',
    reply: RequestsWaiting,
  },
  'GET /api/staff/applications/:id/requests': {
    summary: 'What was asked for with one application, for whoever may invite; never for those who rate',
    auth: 'staff',
    params: ById,
    reply: RequestsOfApplication,
  },
  'POST /api/staff/requests/:id/grant': {
    summary: 'Give the time that was asked for; the candidate is told',
    auth: 'staff',
    params: ById,
    reply: Nothing,
  },
  'POST /api/staff/requests/:id/answer': {
    summary: 'Answer in own words, which stand on the invitation page; the candidate is told',
    auth: 'staff',
    params: ById,
    body: AnswerRequest,
    reply: Nothing,
  },
} as const satisfies Record<string, Endpoint>
