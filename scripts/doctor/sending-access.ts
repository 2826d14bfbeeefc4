/** The ways out beside WeChat: a harmless call each, and what to do when it is refused. */
import { smtpEmail } from '../../server/adapters/email/smtp-email.js'
import { findSmsTemplateFaults } from '../../server/adapters/sms/tencent-templates.js'
import type { Config } from '../../server/config.js'

const timeoutMs = 5_000

export async function lookAtSms({ tencent, gateway }: Config['sms']): Promise<string> {
  if (gateway) return lookAtGateway(gateway.url)
  const faults = await findSmsTemplateFaults(tencent).catch((error: unknown) => {
    throw new Error([codeOf(error), smsCure(codeOf(error))].join('\n      '), { cause: error })
  })
  if (faults.length === 0) return '凭据有效，模板都已审核通过 accepted: credentials valid, all templates approved'
  throw new Error(faults.map(({ template, kind }) => `${template}: ${templateCures[kind]}`).join('\n      '))
}

/** Nothing is known of a gateway but its address: whether it is there. */
async function lookAtGateway(url: string): Promise<string> {
  await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) }).catch((error: unknown) => {
    throw new Error('连不上短信网关：查地址和网络。The gateway is unreachable: check the address and the network.', {
      cause: error,
    })
  })
  return '短信网关连得上 accepted: the gateway is there'
}

export async function lookAtEmail(email: Config['email']): Promise<string> {
  if (!email) return '没有设 SMTP_HOST，不发邮件 not configured, no e-mail (accepted)'
  await smtpEmail(email)
    .checkAccess()
    .catch((error: unknown) => {
      throw new Error([codeOf(error), mailCures[codeOf(error)] ?? mailCures.other].join('\n      '), { cause: error })
    })
  return '已登录邮件服务器，没有发信 accepted: signed in, sent nothing'
}

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? (error as Error).name

const smsCure = (code: string): string =>
  /^(AuthFailure|UnauthorizedOperation)/.test(code)
    ? '核对 SMS_SECRET_ID、SMS_SECRET_KEY 和这对密钥的短信权限。Check the key pair and that it may use SMS.'
    : '查网络；经代理出网时设 HTTPS_PROXY。Check the network; behind a proxy set HTTPS_PROXY.'

const templateCures = {
  missing: '短信后台没有这个模板 ID。The console has no template of that id.',
  'under-review': '还在审核，先发不出去。Still under review; nothing can be sent by it yet.',
  rejected:
    '审核没有通过；换文字，或改用自己的短信网关（docs/operations.md）。Rejected: change the text, or use a gateway of your own.',
} as const

const mailCures: Record<string, string> = {
  EAUTH: '核对 SMTP_USER 和 SMTP_PASSWORD。Check SMTP_USER and SMTP_PASSWORD.',
  ETLS: 'TLS 没有谈成：查 SMTP_SECURITY、端口和证书。TLS failed: check SMTP_SECURITY, the port and the certificate.',
  other: '连不上邮件服务器：查 SMTP_HOST、SMTP_PORT 和网络。Unreachable: check SMTP_HOST, SMTP_PORT and the network.',
}
