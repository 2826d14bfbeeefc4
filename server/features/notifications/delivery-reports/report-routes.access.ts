/** Only what knows the key in the address. */
import { forEverybody, type AccessRows } from '../../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'POST /api/delivery-reports/:channel/:key': {
    expect: forEverybody(404),
    request: () => ({ params: { channel: 'sms', key: 'x' }, body: {} }),
  },
}
