/** Only what carries the platform’s signature. */
import { forEverybody, type AccessRows } from '../../../test/builders/access-rows.js'

const seal = { msg_signature: 'x', timestamp: '1', nonce: 'n' }

export const access: AccessRows = {
  'GET /api/wecom/callback': { expect: forEverybody(403), request: () => ({ query: { ...seal, echostr: 'x' } }) },
  'POST /api/wecom/callback': { expect: forEverybody(403), request: () => ({ query: seal, body: {} }) },
}
