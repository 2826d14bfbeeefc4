import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import { isPhone } from './resume-fields.js'

/** Proving the phone while applying. It is offered, never asked for: without it the application goes on, and nothing is sent by SMS. */
export interface PhoneProof {
  /** The number that the rest is about; another one begins anew. */
  phone: string
  step: 'offered' | 'asked' | 'proved'
  code: string
  /** Until the minute is over no other code may be asked for. */
  isResting: boolean
  isBusy: boolean
  failure: string
}

export const codeLength = 6
/** The server refuses a second code within the minute. */
export const restMs = 60_000

export const noProof: PhoneProof = {
  phone: '',
  step: 'offered',
  code: '',
  isResting: false,
  isBusy: false,
  failure: '',
}

export const proofFor = (proof: PhoneProof, phone: string): PhoneProof =>
  proof.phone === phone ? proof : { ...noProof, phone, isResting: proof.isResting }

export const asking = (proof: PhoneProof): PhoneProof => ({ ...proof, isBusy: true, failure: '' })
export const asked = (proof: PhoneProof): PhoneProof => ({
  ...proof,
  step: 'asked',
  code: '',
  isBusy: false,
  isResting: true,
})
export const rested = (proof: PhoneProof): PhoneProof => ({ ...proof, isResting: false })
export const codeTyped = (proof: PhoneProof, typed: string): PhoneProof => ({
  ...proof,
  code: typed.replace(/\D/g, '').slice(0, codeLength),
  failure: '',
})
export const isComplete = ({ step, code, isBusy }: PhoneProof): boolean =>
  step === 'asked' && code.length === codeLength && !isBusy
export const proved = (proof: PhoneProof): PhoneProof => ({ ...proof, step: 'proved', isBusy: false, failure: '' })
export const proofFailed = (proof: PhoneProof, code: string): PhoneProof => ({
  ...proof,
  isBusy: false,
  failure: code,
})

export interface PhoneProofView {
  isShown: boolean
  hint: string
  /** Empty while none may be asked for. */
  ask: string
  isAsking: boolean
  codeLabel: string
  codePlaceholder: string
  failure: FailureView | null
}

export function proofView({ phone, step, isResting, isBusy, failure }: PhoneProof, text: Texts): PhoneProofView {
  const words = text.apply.proof
  const mayAsk = step !== 'proved' && !isResting && !isBusy
  return {
    isShown: isPhone(phone),
    hint: words[step],
    ask: mayAsk ? (step === 'asked' ? words.askAgain : words.ask) : '',
    isAsking: step === 'asked',
    codeLabel: words.code,
    codePlaceholder: words.codePlaceholder,
    failure: failure === '' ? null : failureView(failure, text),
  }
}
