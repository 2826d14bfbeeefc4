/**
 * `npm run second-factor:reset -- USERID`: the authenticator of an HR administrator is lost and there is no second administrator. For
 * whoever has the machine itself; an entry in the audit trail comes first, their sessions end, and they set up a new one.
 */
import { parseArgs } from 'node:util'
import { resetSecondFactor } from '../server/features/accounts/index.js'
import { enterCommand } from './command-entry.js'
import { runCommand, UsageError, withProduct } from './demo/command.js'

runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true })
  const [userid] = positionals
  if (!userid || positionals.length > 1)
    throw new UsageError('用法 · usage: npm run second-factor:reset -- <企业微信账号 userid>')

  await withProduct(async ({ deps }) => {
    const { orgId } = deps
    const subject = { kind: 'member', id: userid }
    await enterCommand(deps, { orgId, action: 'second-factor.reset', subject, result: 'allowed' })
    await resetSecondFactor(deps, { orgId, userid })
    console.log(`已重置，下次登录时重新设置 · reset; a new one is set up at the next sign-in: ${userid}`)
  })
})
