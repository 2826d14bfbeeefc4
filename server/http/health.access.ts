/** Operations. */
import { forEverybody, type AccessRows } from '../../test/builders/access-rows.js'

export const access: AccessRows = {
  'GET /healthz': { expect: forEverybody(200) },
  'GET /readyz': { expect: forEverybody(200) },
  'GET /metrics': { expect: forEverybody(200) },
  'GET /openapi.json': { expect: forEverybody(200) },
}
