import { forAnyStaff, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /api/staff/jssdk-signature': {
    expect: forAnyStaff(200),
    request: ({ product }) => ({ query: { url: `${product.deps.publicUrl}/console/` } }),
  },
}
