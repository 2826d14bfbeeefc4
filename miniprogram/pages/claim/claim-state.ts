import { failureView, type FailureView } from '../../i18n/failure-text.js'
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

/** The last digits of the phone that a link was sent to; with them the application opens in this WeChat. */
export interface ClaimState {
  tail: string
  fault: TailFault
  isBusy: boolean
  failure: string
}

export const initialClaim: ClaimState = { tail: '', fault: noFault, isBusy: false, failure: '' }

export const typed = (state: ClaimState, value: string): ClaimState => ({
  ...state,
  tail: tailTyped(value),
  fault: noFault,
  failure: '',
})

export function refused(state: ClaimState, error: Pick<ApiError, 'code' | 'details'>): ClaimState {
  const fault = tailFaultOf(error)
  return { ...state, tail: '', isBusy: false, fault: fault ?? noFault, failure: fault ? '' : error.code }
}

export interface ClaimView {
  style: string
  text: Record<'title' | 'guide' | 'label', string>
  tail: string
  fault: string
  failure: FailureView | null
  button: { label: string; isDisabled: boolean; isBusy: boolean }
  contact: string
}

export function toView({ tail, fault, isBusy, failure }: ClaimState, { text, style, contact }: Frame): ClaimView {
  const { tailTitle, tailLabel, tailNext } = text.consent
  return {
    style,
    text: { title: tailTitle, guide: text.claim.guide, label: tailLabel },
    tail,
    fault: tailFaultText(fault, text),
    failure: failure === '' ? null : failureView(failure, text),
    button: { label: tailNext, isDisabled: tail.length !== tailLength, isBusy },
    contact: contact ? text.contact(contact.name) : '',
  }
}
