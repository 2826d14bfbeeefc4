/** What candidates asked for, as the fake of HR's API answers it. */
import type { RequestWaiting } from '../../shared/contracts/candidate-requests.js'

interface Requests {
  requests: RequestWaiting[]
}
type Route = [string, RegExp, (state: Requests, asked: { id: string }) => object]

export const requestRoutes: readonly Route[] = [
  ['GET', /^\/api\/staff\/requests$/, ({ requests }) => ({ requests })],
  ['POST', /^\/api\/staff\/requests\/(\w+)\/(?:grant|answer)$/, answerRequest],
  ['GET', /^\/api\/staff\/applications\/(\w+)\/requests$/, requestsOf],
]

function answerRequest(state: Requests, { id }: { id: string }): object {
  state.requests = state.requests.filter(({ requestId }) => requestId !== id)
  return {}
}

function requestsOf({ requests }: Requests, { id }: { id: string }): object {
  const own = requests.filter(({ applicationId }) => applicationId === id)
  return {
    requests: own.map(({ requestId, kind, askedAt, hours }) => ({
      requestId,
      kind,
      askedAt,
      hours,
      status: 'waiting',
    })),
  }
}
