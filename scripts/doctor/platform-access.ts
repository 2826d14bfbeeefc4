/** One harmless call to each platform, as the product would make it, and what to do when it is refused. */
import { PlatformError } from '../../server/adapters/platform-call.js'
import { findTemplateFaults } from '../../server/adapters/wechat/template-check.js'
import { templateFaultInWords } from '../../server/adapters/wechat/template-fault-words.js'
import { mayAskForNumbers } from '../../server/adapters/wechat/wechat-number.js'
import { wechatClient } from '../../server/adapters/wechat/wechat-client.js'
import { wecomClient } from '../../server/adapters/wecom/wecom-client.js'
import type { Config } from '../../server/config.js'
import { lookAtEmail, lookAtSms } from './sending-access.js'
import { systemClock } from '../../server/ports/clock.js'
import type { PlatformTokenStore } from '../../server/ports/platform-tokens.js'

type Check = [title: string, look: () => Promise<string>]

export const platformChecks = ({
  wecom,
  wechat,
  sms,
  email,
}: Pick<Config, 'wecom' | 'wechat' | 'sms' | 'email'>): Check[] => [
  ['企业微信 WeCom app', () => lookAt(wecomClient({ ...wecom, ...tools }))],
  ['微信 WeChat token', () => lookAt(wechatClient({ ...wechat, ...tools }))],
  ['订阅消息模板 subscription templates', () => lookAtTemplates(wechat)],
  ['短信 SMS', () => lookAtSms(sms)],
  ['邮件 e-mail', () => lookAtEmail(email)],
  ['微信手机号 WeChat number', () => lookAtNumber(wechat)],
]

async function lookAtTemplates(wechat: Config['wechat']): Promise<string> {
  const faults = await findTemplateFaults(wechatClient({ ...wechat, ...tools }), wechat).catch(withCure)
  if (faults.length === 0) return '模板和关键词都对得上 accepted: templates and keywords fit'
  throw new Error(
    faults
      .map(templateFaultInWords)
      .flatMap(({ zh, en }) => [zh, en])
      .join('\n      '),
  )
}

/** A code that is none: WeChat says whether the mini-program may ask, tells no number and takes no money. */
async function lookAtNumber(wechat: Config['wechat']): Promise<string> {
  if (wechat.phoneNumber === 'off') return '没有启用 off: accepted as it is, candidates use a code'
  if (await mayAskForNumbers(wechatClient({ ...wechat, ...tools })).catch(withCure))
    return '可以使用 accepted: may be asked for'
  throw new Error(
    '小程序没有手机号权限（48001）：完成企业认证并开通「手机号快速验证」，或去掉 WECHAT_PHONE_NUMBER。\n' +
      '      The mini-program may not ask for numbers: it must be certified, of an organisation, with 手机号快速验证 bought; or unset WECHAT_PHONE_NUMBER.',
  )
}

async function lookAt(client: { checkAccess(): Promise<void> }): Promise<string> {
  await client.checkAccess().catch(withCure)
  return '凭据有效，调用通了 credentials and address accepted'
}

function withCure(error: unknown): never {
  throw new Error([(error as Error).message, cureOf(error)].filter(Boolean).join('\n      '), { cause: error })
}

/** Nothing is kept: the check asks for a token and forgets it. */
const noTokens: PlatformTokenStore = {
  find: async () => undefined,
  save: async () => {},
  drop: async () => {},
  claimRefresh: async () => true,
}
const tools = { tokens: noTokens, clock: systemClock, random: Math.random }

function cureOf(error: unknown): string | undefined {
  if (!(error instanceof PlatformError)) return undefined
  const { errcode, kind, from = '?' } = error
  if (errcode === 60020)
    return (
      `企业微信管理后台 → 应用 → 企业可信IP，加上 ${from}（先设好可信域名或接收消息的地址），约一分钟生效。\n` +
      `      Add ${from} to 企业可信IP on the app's admin page (set its trusted domain or callback first); it takes about a minute.`
    )
  if (errcode === 40164)
    return (
      `微信公众平台 → 开发管理 → IP 白名单，加上 ${from}。\n` +
      `      Add ${from} to IP 白名单 on the mini-program's admin page (开发管理).`
    )
  return cures[kind]
}

const cures: Record<string, string> = {
  credentials: '核对 ID 和 secret，以及应用是否停用。Check the id and the secret, and that the app is not disabled.',
  token: '核对 ID 和 secret。Check the id and the secret.',
  permission: '应用没有这个权限，或不在可见范围。The app lacks the permission, or its visible scope.',
  network:
    '连不上：查网络；经代理出网时设 HTTPS_PROXY。Unreachable: check the network; behind a proxy set HTTPS_PROXY.',
}
