import { brokenLink } from '../../services/loading-view.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import type { ApiError } from '../../services/api-error.js'
import type { Frame } from '../../services/frame.js'
import {
  noFault,
  tailFaultOf,
  tailFaultText,
  tailLength,
  tailTyped,
  type TailFault,
} from '../../services/phone-tail.js'

/**
 * The last digits of the phone that a message was sent to; with them the application opens in this WeChat. Beside them the link that was
 * followed, or, where the message could carry none, the short code in it.
 */
export interface ClaimState {
  by: 'link' | 'code'
  code: string
  tail: string
  fault: TailFault
  isBusy: boolean
  failure: string
}

const codeLength = 4

export const initialClaim = (by: ClaimState['by']): ClaimState => ({
  by,
  code: '',
  tail: '',
  fault: noFault,
  isBusy: false,
  failure: '',
})

export const typed = (state: ClaimState, value: string): ClaimState => ({
  ...state,
  tail: tailTyped(value),
  fault: noFault,
  failure: '',
})

/** Short codes have no I, L, O, U: who types one of the first three means the digit that looks like it. */
export const codeTyped = (state: ClaimState, value: string): ClaimState => ({
  ...state,
  code: value
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '')
    .slice(0, codeLength),
  fault: noFault,
  failure: '',
})

export function refused(state: ClaimState, error: Pick<ApiError, 'code' | 'details'>): ClaimState {
  const fault = tailFaultOf(error)
  return { ...state, tail: '', isBusy: false, fault: fault ?? noFault, failure: fault ? '' : brokenLink(error.code) }
}

export interface ClaimView {
  style: string
  text: Record<'title' | 'guide' | 'label' | 'codeLabel' | 'receipt', string>
  asksForCode: boolean
  code: string
  tail: string
  fault: string
  failure: FailureView | null
  button: { label: string; isDisabled: boolean; isBusy: boolean }
}

export function toView(state: ClaimState, { text, style }: Frame): ClaimView {
  const { by, code, tail, isBusy, failure } = state
  const isWhole = tail.length === tailLength && (by === 'link' || code.length === codeLength)
  return {
    style,
    text: wordsOf(by, text),
    asksForCode: by === 'code',
    code,
    tail,
    fault: faultOf(state, text),
    failure: failure === '' ? null : failureView(failure, text),
    button: { label: text.consent.tailNext, isDisabled: !isWhole, isBusy },
  }
}

function wordsOf(by: ClaimState['by'], { consent, claim, receipt }: Texts): ClaimView['text'] {
  if (by === 'link')
    return { title: consent.tailTitle, guide: claim.guide, label: consent.tailLabel, codeLabel: '', receipt: '' }
  const { title, guide, codeLabel, tailLabel } = claim.byCode
  return { title, guide, codeLabel, label: tailLabel, receipt: receipt.open }
}

function faultOf({ by, fault }: ClaimState, text: Texts): string {
  if (by === 'link' || fault.kind === 'none') return tailFaultText(fault, text)
  if (fault.triesLeft === 0) return text.consent.tailNoneLeft
  const { wrong, wrongLeft } = text.claim.byCode
  return fault.triesLeft === undefined ? wrong : wrongLeft(fault.triesLeft)
}
