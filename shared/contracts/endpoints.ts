/**
 * Every HTTP endpoint with what it takes and returns. OpenAPI is generated from this table and a test holds it against the
 * router, so a route that is not here does not exist.
 */
import { CallbackEcho, CallbackQuery } from './callbacks.js'
import { DeliveryReportAddress } from './delivery-reports.js'
import { administrationEndpoints } from './endpoints/administration.js'
import { candidateRequestEndpoints } from './endpoints/candidate-requests.js'
import { candidateEndpoints } from './endpoints/candidate.js'
import type { Endpoint } from './endpoints/endpoint.js'
import { reviewEndpoints } from './endpoints/reviews.js'
import { staffEndpoints } from './endpoints/staff.js'

export type { Endpoint } from './endpoints/endpoint.js'

export const endpoints = {
  ...candidateEndpoints,
  'GET /m': {
    summary: 'The fixed link of SMS texts: leads into the mini-program, where short code and phone find the rest',
    auth: 'none',
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
  'POST /api/delivery-reports/:channel/:key': {
    summary: 'A platform tells whether a message arrived: Tencent’s JSON, or a mail that came back, whole',
    auth: 'none',
    params: DeliveryReportAddress,
  },
  ...staffEndpoints,
  ...candidateRequestEndpoints,
  ...reviewEndpoints,
  ...administrationEndpoints,
} as const satisfies Record<string, Endpoint>
export type EndpointKey = keyof typeof endpoints
