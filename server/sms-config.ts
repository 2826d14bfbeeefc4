/** By whom SMS go, and what stands in them: Tencent Cloud, or an HTTP gateway of the house when one is named. */
import { fieldsOf } from '../shared/contracts/message-texts.js'
import { toCandidateTemplates } from '../shared/contracts/notifications.js'
import { sandboxCredentials } from '../shared/contracts/sandbox.js'
import type { SmsTemplate } from './ports/messenger.js'
import type { Parsed, Reader } from './read-settings.js'
import { readParams } from './read-template-fields.js'

/** Messages: a season's invitations of a day, and far below what somebody could make us spend. */
const usualSmsBudget = 5_000
/** Characters of a variable; what an account may have stands in its console. */
const usualParamLength = 12

const names = {
  invitation: 'INVITATION',
  progress: 'PROGRESS',
  result: 'RESULT',
  'next-round': 'NEXT_ROUND',
  deletion: 'DELETION',
  'phone-code': 'PHONE_CODE',
} as const satisfies Record<SmsTemplate, string>

/** Short, and none of them an address: the fixed link is a constant of the text, the short code finds the rest. */
const usualParams: Record<SmsTemplate, string> = {
  invitation: 'deadline,code',
  progress: 'expected,code',
  result: 'code',
  'next-round': 'time,code',
  deletion: 'receipt',
  'phone-code': 'code,minutes',
}

const smsTemplates: readonly SmsTemplate[] = [...toCandidateTemplates, 'phone-code']
const ofEach = <Value>(valueOf: (template: SmsTemplate) => Value | undefined) =>
  Object.fromEntries(
    smsTemplates.flatMap((template) => {
      const value = valueOf(template)
      return value === undefined ? [] : [[template, value]]
    }),
  ) as Partial<Record<SmsTemplate, Value>>

/** Without a text for it, whoever has no e-mail reads of a deletion in the app only. */
const isOptional = (template: SmsTemplate): boolean => template === 'deletion'

function wordsOf(template: SmsTemplate): string[] {
  if (template === 'phone-code') return ['code', 'minutes']
  return template === 'deletion' ? ['receipt', 'link'] : [...fieldsOf(template), 'link']
}

export function smsOf(read: Reader, sandboxUrl: string | undefined) {
  const budgetADay = read.optionalNumber('SMS_BUDGET_A_DAY') ?? usualSmsBudget
  return !sandboxUrl && read.text('SMS_GATEWAY_URL', '')
    ? { budgetADay, gateway: gatewayOf(read) }
    : { budgetADay, tencent: tencentOf(read, sandboxUrl) }
}

function tencentOf(read: Reader, sandboxUrl: string | undefined) {
  const { sms } = sandboxCredentials
  const given = (name: string, sandbox: string) => (sandboxUrl ? sandbox : read.required(name))
  const paramsOf = (template: SmsTemplate) => {
    const name = `SMS_TEMPLATE_${names[template]}_PARAMS`
    const text = sandboxUrl ? usualParams[template] : read.text(name, usualParams[template])
    return read.parsed(name, text, (params) => readParams(wordsOf(template), params)) ?? []
  }
  return {
    endpoint: sandboxUrl ? `${new URL(sandboxUrl).host}/sms` : read.text('SMS_ENDPOINT', 'sms.tencentcloudapi.com'),
    protocol: sandboxUrl ? 'http://' : 'https://',
    region: read.text('SMS_REGION', 'ap-guangzhou'),
    secretId: given('SMS_SECRET_ID', sms.secretId),
    secretKey: given('SMS_SECRET_KEY', sms.secretKey),
    sdkAppId: given('SMS_SDK_APP_ID', sms.sdkAppId),
    signName: given('SMS_SIGN_NAME', sms.signName),
    templateIds: ofEach((template) => {
      const name = `SMS_TEMPLATE_${names[template]}`
      return isOptional(template) && !sandboxUrl
        ? read.text(name, '') || undefined
        : given(name, sms.templates[template])
    }),
    params: ofEach(paramsOf),
    paramLength: read.optionalNumber('SMS_PARAM_LENGTH') ?? usualParamLength,
  }
}

function gatewayOf(read: Reader) {
  const success = read.parsed('SMS_GATEWAY_SUCCESS', read.text('SMS_GATEWAY_SUCCESS', ''), readSuccess)
  const textOf = (template: SmsTemplate) => {
    const name = `SMS_TEXT_${names[template]}`
    if (isOptional(template) && read.text(name, '') === '') return undefined
    return read.parsed(name, read.required(name), (text) => readText(wordsOf(template), text)) ?? ''
  }
  return {
    url: read.secureUrl('SMS_GATEWAY_URL', 'https://sms.bank.example/send'),
    headers: read.parsed('SMS_GATEWAY_HEADERS', read.text('SMS_GATEWAY_HEADERS', '{}'), readHeaders) ?? {},
    body: read.parsed('SMS_GATEWAY_BODY', read.required('SMS_GATEWAY_BODY'), readBody) ?? '',
    texts: ofEach(textOf),
    ...(success && { success }),
  }
}

function readText(words: readonly string[], text: string): Parsed<string> {
  const unknown = [...text.matchAll(/\{(\w*)\}/g)].map(([, word]) => word!).find((word) => !words.includes(word))
  return unknown === undefined ? { value: text } : { fault: `has {${unknown}}, which is none of ${words.join(', ')}` }
}

function readBody(text: string): Parsed<string> {
  return text.includes('{phone}') && text.includes('{text}')
    ? { value: text }
    : { fault: 'must have {phone} and {text} where the gateway wants them' }
}

/** `code=0` · `result.status=OK` */
function readSuccess(text: string): Parsed<{ path: string[]; value: string }> {
  const [, path, value] = /^([\w.]+)=(.+)$/.exec(text) ?? []
  return path && value ? { value: { path: path.split('.'), value } } : { fault: 'must be like code=0' }
}

function readHeaders(text: string): Parsed<Record<string, string>> {
  try {
    const headers = JSON.parse(text) as unknown
    if (
      typeof headers === 'object' &&
      headers !== null &&
      Object.values(headers).every((one) => typeof one === 'string')
    )
      return { value: headers as Record<string, string> }
  } catch {
    // told below, without the value: it is a secret
  }
  return { fault: 'must be JSON such as {"Authorization":"Bearer …"}' }
}
