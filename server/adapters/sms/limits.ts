/** Tencent Cloud SMS: what its codes mean for sending again (API 3.0 error codes, document 382/59177). */
import { hours } from '../../durations.js'
import type { SendOutcome } from '../../ports/messenger.js'

export const requestTimeoutSeconds = 5

const recipient = { kind: 'refused', reason: 'recipient' } as const
const content = { kind: 'refused', reason: 'content' } as const
const notPermitted = { kind: 'refused', reason: 'not-permitted' } as const
const lost = { kind: 'unknown' } as const
const later = (afterMs: number) => ({ kind: 'try-later', afterMs }) as const

type Meaning =
  | { kind: 'refused'; reason: 'recipient' | 'content' | 'not-permitted' }
  | { kind: 'unknown' }
  | { kind: 'try-later'; afterMs: number }

/** The longest beginning of a code decides; a code of no row is `not-permitted`. */
const meanings: Record<string, Meaning> = {
  'LimitExceeded.PhoneNumberThirtySecondLimit': later(30_000),
  'LimitExceeded.PhoneNumberOneHourLimit': later(hours(1)),
  'LimitExceeded.PhoneNumberDailyLimit': later(hours(24)),
  'LimitExceeded.PhoneNumberSameContentDailyLimit': later(hours(24)),
  'LimitExceeded.DeliveryFrequencyLimit': later(60_000),
  'LimitExceeded.PhoneNumberCountLimit': content,
  LimitExceeded: later(hours(1)),
  RequestLimitExceeded: later(1_000),
  ResourceInsufficient: later(60_000),
  'FailedOperation.PhoneNumberInBlacklist': recipient,
  'FailedOperation.PhoneNumberUnapplied': recipient,
  'InvalidParameterValue.IncorrectPhoneNumber': recipient,
  'UnsupportedOperation.ContainDomesticAndInternationalPhoneNumber': recipient,
  'FailedOperation.ContainSensitiveWord': content,
  'FailedOperation.TemplateIncorrectOrUnapproved': content,
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate': content,
  'FailedOperation.TemplateUnapprovedOrNotExist': content,
  'InvalidParameterValue.ContentLengthLimit': content,
  'InvalidParameterValue.TemplateParameterFormatError': content,
  'InvalidParameterValue.TemplateParameterLengthLimit': content,
  'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter': content,
  // Bare, it is the gateway's: the request as a whole was not carried out.
  InternalError: later(1_000),
  // It may have been handed to the carrier before the inner call was lost.
  'InternalError.Timeout': lost,
  'InternalError.SendAndRecvFail': lost,
  'InternalError.SigVerificationFail': notPermitted,
  'InternalError.SigFieldMissing': notPermitted,
  'InternalError.RestApiInterfaceNotExist': notPermitted,
  'InternalError.JsonParseFail': content,
  'InternalError.OtherError': lost,
}

export function outcomeOfCode(code: string): SendOutcome {
  const row = Object.keys(meanings)
    .filter((start) => code === start || code.startsWith(`${start}.`))
    .sort((one, other) => other.length - one.length)[0]
  const meaning = row ? meanings[row]! : notPermitted
  return { ...meaning, code }
}
