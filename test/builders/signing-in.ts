/** Signing in over HTTP: an HR administrator and a recruiter, who they are to the console, and what the trail says of it. */
import { forgetStaff } from './forget-staff.js'
import { forAll, type Browser, type ProductServer } from './product-server.js'

/** As after a first start, with an administrator and a recruiter. */
export async function onlyTwoOfStaff(product: ProductServer): Promise<void> {
  await forgetStaff(product)
  await product.addStaff('zhou-min', [forAll('hr-admin')])
  await product.addStaff('li-jing', [forAll('recruiter')])
}

export const me = (browser: Browser) => browser.call('GET', '/api/staff/me')

/** Newest first, one line an entry. */
export const auditedOf = async ({ deps }: ProductServer): Promise<string[]> =>
  (await deps.auditEntries.list(deps.orgId, {}, 50)).map(({ action, result, code, actor }) =>
    [action, result, code, actor].filter(Boolean).join(' '),
  )
