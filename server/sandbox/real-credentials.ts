/** The sandbox must never run beside real credentials: somebody would believe that messages went out. */
import { sandboxCredentials } from '../../shared/contracts/sandbox.js'

const vendor = /^(WECOM|WECHAT|WEIXIN|SMS|TENCENTCLOUD)_/
const credential = /(SECRET|KEY|TOKEN|PASSWORD|CORP_?ID|APP_?ID)/

/** Names, never values, of variables that hold something else than the sandbox's own credentials. */
export function realCredentialsIn(env: Record<string, string | undefined>): string[] {
  const sandboxValues = new Set(leavesOf(sandboxCredentials))
  return Object.keys(env)
    .filter(
      (name) => vendor.test(name) && credential.test(name) && env[name] !== '' && !sandboxValues.has(env[name] ?? ''),
    )
    .sort()
}

function leavesOf(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value]
}
