/**
 * Everything that can be set from outside, with its default, in one table. All faults are told at once, at start.
 * With no credentials the product talks to the sandbox on this machine.
 */
import { isAbsolute, join, resolve } from 'node:path'
import { sandboxCredentials } from '../shared/contracts/sandbox.js'
import type { CandidateTemplate } from '../shared/contracts/notifications.js'
import { emailOf, usualEmailCodes } from './email-config.js'
import { bucketOf } from './media-config.js'
import { modelOf } from './model-config.js'
import { reader, type Env, type Reader } from './read-settings.js'
import { readTemplateFields } from './read-template-fields.js'
import { smsOf } from './sms-config.js'
import { transcriberOf } from './transcriber-config.js'

export type Config = ReturnType<typeof readConfig>

const roles = ['all', 'web', 'worker'] as const
const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const credentialNames = ['WECOM_APP_SECRET', 'WECHAT_APP_SECRET', 'SMS_SECRET_KEY', 'SMS_GATEWAY_URL'] as const

export function readConfig(env: Env) {
  const read = reader(env)
  const sandboxed = credentialNames.every((name) => !env[name])
  const sandboxUrl = `http://127.0.0.1:${read.port('SANDBOX_PORT', 7301)}`
  const port = read.port('PORT', 7300)
  const dataDir = resolve(read.text('DATA_DIR', './data'))
  const keyFile = read.text('KEY_FILE', join(dataDir, 'keys', 'key-encryption.key'))

  const config = {
    port,
    host: read.address('HOST', '127.0.0.1'),
    trustedProxies: read.networks('TRUSTED_PROXIES'),
    metricsToken: read.secret('METRICS_TOKEN'),
    publicUrl: (sandboxed ? read.url : read.secureUrl)('PUBLIC_URL', `http://localhost:${port}`),
    role: read.oneOf('ROLE', roles, 'all'),
    logLevel: read.oneOf('LOG_LEVEL', logLevels, 'info'),
    dataDir,
    consoleDir: resolve(read.text('CONSOLE_DIR', 'build/console')),
    mongodbUri: env.MONGODB_URI || undefined,
    dbName: read.text('DB_NAME', 'xiaozhao'),
    storeByteCap: read.optionalNumber('STORE_BYTE_CAP'),
    auditHeadsTo: auditHeadsOf(read),
    keys: {
      ...(env.KEY_ENCRYPTION_KEY && { base64: env.KEY_ENCRYPTION_KEY }),
      file: isAbsolute(keyFile) ? keyFile : resolve(keyFile),
    },
    orgId: read.text('ORG_ID', 'jiangnan'),
    sandboxed,
    sandboxUrl,
    clockUrl: sandboxed
      ? read.url('CLOCK_URL', `${sandboxUrl}/api/clock`)
      : read.absent('CLOCK_URL', 'time is simulated by the sandbox only'),
    wecom: wecomOf(read, sandboxed ? sandboxUrl : undefined),
    wechat: wechatOf(read, sandboxed ? sandboxUrl : undefined),
    sms: smsOf(read, sandboxed ? sandboxUrl : undefined),
    deliveryReportKey: sandboxed ? sandboxCredentials.deliveryReportKey : reportKeyOf(read),
    emailCodesADay: read.optionalNumber('EMAIL_CODES_A_DAY') ?? usualEmailCodes,
    mediaBucket: bucketOf(read),
    model: modelOf(read),
    transcriber: transcriberOf(read, sandboxed ? sandboxUrl : undefined),
    email: emailOf(read, { sandboxed, sandboxPort: Number(new URL(sandboxUrl).port) }),
  }
  if (!sandboxed) read.absent('NODE_TLS_REJECT_UNAUTHORIZED', 'whose certificate nobody checks may be anybody')
  read.refuseFaults()
  return config
}

/** Where the ends of the audit trail are kept a second time, out of reach of whoever has this machine. */
function auditHeadsOf(read: Reader): string | undefined {
  if (!read.text('AUDIT_HEADS_TO', '')) return undefined
  const what = 'file:///path, syslog://host:514 or https://address'
  return read.matching('AUDIT_HEADS_TO', /^(file:\/\/\/|syslog:\/\/|https?:\/\/).+$/, what)
}

function wecomOf(read: Reader, sandboxUrl: string | undefined) {
  const { wecom, group } = sandboxCredentials
  const given = (name: string, sandbox: string) => (sandboxUrl ? sandbox : read.required(name))
  /** By a name that browsers share with the product's own address, so that the cookies of a sign-in come back. */
  const inBrowser = sandboxUrl && `http://localhost:${new URL(sandboxUrl).port}/wecom`
  return {
    clientIsBrowser: inBrowser !== undefined,
    oauthUrl: inBrowser ?? read.secureUrl('WECOM_OAUTH_URL', 'https://open.weixin.qq.com'),
    qrLoginUrl: inBrowser ?? read.secureUrl('WECOM_QR_LOGIN_URL', 'https://login.work.weixin.qq.com'),
    agentId: sandboxUrl
      ? wecom.agentId
      : Number(read.matching('WECOM_AGENT_ID', /^\d{1,10}$/, 'the number of the app')),
    bot: sandboxUrl ? { ...wecom.bot, wsUrl: `${sandboxUrl.replace('http', 'ws')}/aibot` } : botOf(read),
    baseUrl: sandboxUrl ? `${sandboxUrl}/wecom` : read.secureUrl('WECOM_BASE_URL', 'https://qyapi.weixin.qq.com'),
    corpId: given('WECOM_CORP_ID', wecom.corpId),
    appSecret: given('WECOM_APP_SECRET', wecom.appSecret),
    groupId: given('WECOM_GROUP_ID', group.id),
    groupWebhookKey: given('WECOM_GROUP_WEBHOOK_KEY', group.webhookKey),
    callback: sandboxUrl ? wecom.callback : callbackOf(read),
    domainProof: domainProofOf(read),
  }
}

/** In the address by which platforms report; without it nobody may. */
const reportKeyOf = (read: Reader) =>
  read.text('DELIVERY_REPORT_KEY', '')
    ? read.matching('DELIVERY_REPORT_KEY', /^[\w-]{32,100}$/, '32 letters, digits, - or _ at least')
    : undefined

/** Both or neither: without them there is no bot that listens, and the group's webhook tells what it told before. */
function botOf(read: Reader) {
  if (!read.text('WECOM_BOT_ID', '') && !read.text('WECOM_BOT_SECRET', '')) return undefined
  const wsUrl = read.secureUrl('WECOM_BOT_URL', 'wss://openws.work.weixin.qq.com')
  return {
    id: read.required('WECOM_BOT_ID'),
    secret: read.required('WECOM_BOT_SECRET'),
    wsUrl,
    proxyUrl: read.proxyFor(wsUrl),
  }
}

/** The file that proves whose domain `PUBLIC_URL` is (可信域名); WeCom names it and says what stands in it. */
function domainProofOf(read: Reader) {
  if (!read.text('WECOM_DOMAIN_PROOF', '')) return undefined
  const name = read.matching('WECOM_DOMAIN_PROOF', /^WW_verify_[A-Za-z0-9]{1,64}\.txt$/, 'a name as WW_verify_Ab12.txt')
  return { name, text: read.text('WECOM_DOMAIN_PROOF_TEXT', name.slice('WW_verify_'.length, -'.txt'.length)) }
}

/** Both or neither: without them WeCom's call-backs are off. */
function callbackOf(read: Reader) {
  const [token, aesKey] = [read.text('WECOM_CALLBACK_TOKEN', ''), read.text('WECOM_CALLBACK_AES_KEY', '')]
  if (!token && !aesKey) return undefined
  return {
    token: read.required('WECOM_CALLBACK_TOKEN'),
    aesKey: read.matching('WECOM_CALLBACK_AES_KEY', /^[A-Za-z0-9+/]{43}$/, '43 letters and digits'),
  }
}

/** As many as cost nothing at first; 0.03 yuan each after that. */
const usualNumbersADay = 1_000

function wechatOf(read: Reader, sandboxUrl: string | undefined) {
  const { wechat } = sandboxCredentials
  const given = (name: string, sandbox: string) => (sandboxUrl ? sandbox : read.required(name))
  const fieldsOf = (name: string, template: CandidateTemplate) =>
    read.parsed(name, given(name, wechat.templateFields[template]), (text) => readTemplateFields(template, text)) ?? []
  return {
    baseUrl: sandboxUrl ? `${sandboxUrl}/wechat` : read.secureUrl('WECHAT_BASE_URL', 'https://api.weixin.qq.com'),
    appId: given('WECHAT_APP_ID', wechat.appId),
    appSecret: given('WECHAT_APP_SECRET', wechat.appSecret),
    /** Certified mini-programs of organisations only. */
    phoneNumber: sandboxUrl ? 'on' : read.oneOf('WECHAT_PHONE_NUMBER', ['off', 'on'] as const, 'off'),
    numbersADay: read.optionalNumber('WECHAT_PHONE_NUMBERS_A_DAY') ?? usualNumbersADay,
    release: read.oneOf('WECHAT_RELEASE', ['developer', 'trial', 'formal'] as const, 'formal'),
    templateIds: {
      invitation: given('WECHAT_TEMPLATE_INVITATION', wechat.templates.invitation),
      progress: given('WECHAT_TEMPLATE_PROGRESS', wechat.templates.progress),
      result: given('WECHAT_TEMPLATE_RESULT', wechat.templates.result),
      'next-round': given('WECHAT_TEMPLATE_NEXT_ROUND', wechat.templates['next-round']),
    },
    templateFields: {
      invitation: fieldsOf('WECHAT_TEMPLATE_INVITATION_FIELDS', 'invitation'),
      progress: fieldsOf('WECHAT_TEMPLATE_PROGRESS_FIELDS', 'progress'),
      result: fieldsOf('WECHAT_TEMPLATE_RESULT_FIELDS', 'result'),
      'next-round': fieldsOf('WECHAT_TEMPLATE_NEXT_ROUND_FIELDS', 'next-round'),
    },
  }
}
