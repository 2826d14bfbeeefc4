/** SendSms: what is wrong with the request is an error of the whole, what is wrong with one number stands in its status. */
import { sandboxCredentials, type SandboxSettings } from '../../../shared/contracts/sandbox.js'
import { toCandidateTemplates } from '../../../shared/contracts/notifications.js'
import { PlatformError } from '../core/platform-error.js'
import type { Reporter } from '../delivery-reports/reporter.js'
import type { World } from '../core/world.js'
import { personWithPhone, receive } from '../people/people.js'
import { approvedTexts, fixedLink, paramCount } from './templates.js'

const mostNumbers = 200
const longestText = 500
/** With or without its beginning; what counts as one is not documented. */
const urlLike = /:\/\/|www\.|\b[a-z0-9-]+\.(cn|com|net|org|cc|top|example|localhost)\b|localhost[:/]/i
const mainland = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/

/** Tencent's usual limits for one number; an account may change them in its console. */
const perNumber = [
  { count: 1, windowMs: 30_000, code: 'LimitExceeded.PhoneNumberThirtySecondLimit' },
  { count: 5, windowMs: 3_600_000, code: 'LimitExceeded.PhoneNumberOneHourLimit' },
  { count: 10, windowMs: 86_400_000, code: 'LimitExceeded.PhoneNumberDailyLimit' },
]

interface SendStatus {
  SerialNo: string
  PhoneNumber: string
  Fee: number
  SessionContext: string
  Code: string
  Message: string
  IsoCode: string
}

export function sendSms(world: World, reports: Reporter, body: string): SendStatus[] {
  const request = requestOf(body)
  const phones = phonesOf(request)
  const sessionContext = typeof request.SessionContext === 'string' ? request.SessionContext : ''
  const rendered = textOf(request, world.state.settings)

  return phones.map((phone) => {
    const refusal =
      'refused' in rendered ? rendered.refused : deliver(world, reports, { given: phone, text: rendered.text })
    const status = statusOf(world, { phone, sessionContext, refusal })
    if (!refusal) reports.sms({ ...fateOf(reports, phone), serialNo: status.SerialNo })
    return status
  })
}

function requestOf(body: string): Record<string, unknown> {
  try {
    const request = JSON.parse(body) as unknown
    if (typeof request === 'object' && request !== null && !Array.isArray(request))
      return request as Record<string, unknown>
  } catch {
    // refused below, like any other body that is no object
  }
  throw new PlatformError('InvalidParameter', 'The request body is not valid JSON.')
}

function phonesOf({ PhoneNumberSet: phones }: Record<string, unknown>): string[] {
  if (!Array.isArray(phones) || phones.length === 0)
    throw new PlatformError('MissingParameter.EmptyPhoneNumberSet', 'The phone number set is empty.')
  if (phones.length > mostNumbers)
    throw new PlatformError('LimitExceeded.PhoneNumberCountLimit', 'More than 200 phone numbers in one request.')
  return phones.map(String)
}

/** The text as it arrives, or the code of what is wrong with account, signature, template or parameters. */
function textOf(request: Record<string, unknown>, settings: SandboxSettings): { text: string } | { refused: string } {
  const { sms } = sandboxCredentials
  if (request.SmsSdkAppId !== sms.sdkAppId) return { refused: 'UnauthorizedOperation.SmsSdkAppIdVerifyFail' }
  if (request.SignName !== sms.signName) return { refused: 'FailedOperation.SignatureIncorrectOrUnapproved' }
  const name = ([...toCandidateTemplates, 'phone-code'] as const).find(
    (template) => sms.templates[template] === request.TemplateId,
  )
  if (!name) return { refused: 'FailedOperation.TemplateIncorrectOrUnapproved' }

  const approved = approvedTexts[name]
  const params: unknown[] = Array.isArray(request.TemplateParamSet) ? request.TemplateParamSet : []
  if (params.length !== paramCount(approved) || params.some((param) => typeof param !== 'string')) {
    return { refused: 'FailedOperation.TemplateParamSetNotMatchApprovedTemplate' }
  }
  if (params.some((param) => urlLike.test(String(param))))
    return { refused: 'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter' }
  if (params.some((param) => [...String(param)].length > settings.smsParamLength))
    return { refused: 'InvalidParameterValue.TemplateParameterLengthLimit' }
  const text = `【${sms.signName}】${approved.replace(/\{(\d)\}/g, (_hole, number) => String(params[Number(number) - 1]))}`
  if ([...text].length > longestText) return { refused: 'InvalidParameterValue.ContentLengthLimit' }
  if (settings.smsSensitiveWords.some((word) => text.includes(word)))
    return { refused: 'FailedOperation.ContainSensitiveWord' }
  return { text }
}

function fateOf(reports: Reporter, given: string): { phone: string; arrived: boolean } {
  const phone = mainland.exec(given)![1]!
  return { phone, arrived: reports.reaches(phone) }
}

/** Taken, and then on the phone or not: the carrier tells later. */
function deliver(
  world: World,
  reports: Reporter,
  { given, text }: { given: string; text: string },
): string | undefined {
  const phone = mainland.exec(given)?.[1]
  if (!phone) return 'InvalidParameterValue.IncorrectPhoneNumber'
  const reached = world.rates.take(`sms:${phone}`, perNumber, world.now())
  if (reached) return perNumber.find((limit) => limit === reached)?.code

  if (!reports.reaches(phone)) return undefined
  receive(world, personWithPhone(world, phone), {
    channel: 'sms',
    title: '江南银行',
    fields: [],
    text,
    ...(text.includes(fixedLink) && { opens: fixedLink }),
  })
  return undefined
}

function statusOf(
  world: World,
  { phone, sessionContext, refusal }: { phone: string; sessionContext: string; refusal: string | undefined },
): SendStatus {
  return {
    SerialNo: refusal ? '' : `5000:${world.newId(12)}`,
    PhoneNumber: phone.startsWith('+') ? phone : `+86${phone}`,
    Fee: refusal ? 0 : 1,
    SessionContext: sessionContext,
    Code: refusal ?? 'Ok',
    Message: refusal ?? 'send success',
    IsoCode: 'CN',
  }
}
