import { forEverybody, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'POST /api/candidate/sessions': { expect: forEverybody(200), request: () => ({ body: { code: 'wx-somebody' } }) },
}
