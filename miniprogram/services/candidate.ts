/** The one session and the one API of the running app, put together from the pieces. */
import type { CandidateSession } from '../../shared/contracts/sessions.js'
import { loginCode } from '../platform/client.js'
import { slot } from '../platform/storage.js'
import { wxTransport } from '../platform/transport.js'
import { createApi, replyOf } from './api.js'
import { apiBaseOf } from './api-base.js'
import { language } from './language.js'
import { createSession } from './session.js'

const transport = wxTransport(() => apiBaseOf(wx))

async function signIn(): Promise<CandidateSession> {
  const code = await loginCode()
  const header = { 'content-type': 'application/json', 'accept-language': language() }
  return replyOf(
    await transport.send({ method: 'POST', path: '/api/candidate/sessions', header, body: { code } }),
  ) as CandidateSession
}

export const session = createSession({ signIn, kept: slot<CandidateSession>('session'), nowMs: () => Date.now() })

export const api = createApi({
  transport,
  session,
  language,
  wait: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms)
    }),
})
