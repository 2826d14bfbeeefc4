/**
 * SMS by Tencent Cloud's own SDK (SendSms, 2021-01-11). The SDK signs and sends once: it has no retry of its own, so none had
 * to be switched off, and SendSms has no duplicate check, so none is added. Its timeout covers the whole request.
 */
import { Agent } from 'node:http'
import { sms } from 'tencentcloud-sdk-nodejs-sms'
import type { SendOutcome, SmsMessenger, SmsTemplate } from '../../ports/messenger.js'
import { arrivedAfter, arrivedWithStatus } from '../json-call.js'
import { outcomeOfCode, requestTimeoutSeconds } from './limits.js'
import { paramFor } from './param.js'

export interface TencentOptions {
  /** Host with an optional path, for example `sms.tencentcloudapi.com`. */
  endpoint: string
  protocol: string
  region: string
  secretId: string
  secretKey: string
  sdkAppId: string
  signName: string
  templateIds: Partial<Record<SmsTemplate, string>>
  /** Our words for {1}, {2} … of each text, in the order in which it was approved. */
  params: Partial<Record<SmsTemplate, readonly string[]>>
  /** The most characters of one of them; the console says what the account may have. */
  paramLength: number
  timeoutSeconds?: number
}

export function tencentClient(options: Omit<TencentOptions, 'params' | 'paramLength'>) {
  const { endpoint, protocol, region, secretId, secretKey, timeoutSeconds = requestTimeoutSeconds } = options
  const httpProfile = {
    endpoint,
    protocol,
    reqTimeout: timeoutSeconds,
    ...(protocol === 'http://' && { agent: new Agent({ keepAlive: false }) }), // the sandbox is never behind a proxy
  }
  return new sms.v20210111.Client({ credential: { secretId, secretKey }, region, profile: { httpProfile } })
}

export function tencentSms(options: TencentOptions): SmsMessenger {
  const { params, paramLength } = options
  const client = tencentClient(options)

  return {
    wordsOf: (template) => (options.templateIds[template] === undefined ? undefined : params[template]),

    async send({ phone, template, fields }) {
      const [templateId, words] = [options.templateIds[template], params[template]]
      if (templateId === undefined || words === undefined)
        return { kind: 'refused', reason: 'not-permitted', code: 'no-template' }
      const values = words.map((word) => paramFor(word, fields[word], paramLength))
      const wrong = values.findIndex((value) => value === undefined)
      if (wrong >= 0) return { kind: 'refused', reason: 'content', code: `field-${words[wrong]}` }

      const request = {
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: options.sdkAppId,
        SignName: options.signName,
        TemplateId: templateId,
        TemplateParamSet: values as string[],
      }
      try {
        const { SendStatusSet: statuses } = await client.SendSms(request)
        return outcomeOfStatus(statuses?.[0])
      } catch (error) {
        return outcomeOfFailure(error)
      }
    },
  }
}

function outcomeOfStatus(status: { Code?: string; SerialNo?: string } | undefined): SendOutcome {
  if (!status?.Code) return { kind: 'unknown', code: 'no-status' }
  if (status.Code !== 'Ok') return outcomeOfCode(status.Code)
  return { kind: 'sent', ...(status.SerialNo && { platformId: status.SerialNo }) }
}

/** The SDK turns network errors into texts; the error's name in them is all that is left, and all that is kept. */
function outcomeOfFailure(error: unknown): SendOutcome {
  const { code, httpCode, message } = error as { code?: string; httpCode?: number; message?: string }
  if (code) return outcomeOfCode(code)
  if (httpCode) return whenUnheard(`http-${httpCode}`, arrivedWithStatus(httpCode))

  const network =
    /\b(E[A-Z_]{4,})\b/.exec(message ?? '')?.[1] ?? (/timeout/.test(message ?? '') ? 'timeout' : 'network')
  return whenUnheard(network, arrivedAfter(network))
}

const whenUnheard = (code: string, arrived: 'no' | 'maybe'): SendOutcome =>
  arrived === 'no' ? { kind: 'try-later', code, afterMs: 1_000 } : { kind: 'unknown', code }
