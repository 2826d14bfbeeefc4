import { forEverybody, type AccessRows } from '../../../test/builders/access-rows.js'

export const access: AccessRows = { 'GET /m': { expect: forEverybody(302) } }
