import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import { maskContact } from '../../services/mask-contact.js'

/** Proving a phone or an e-mail address. It is offered, never asked for: whoever does not goes on without. */
export type ContactKind = 'phone' | 'email'

export interface ContactProof {
  kind: ContactKind
  /** Number or address that the rest is about; another one begins anew. */
  contact: string
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

export const noProof: ContactProof = {
  kind: 'phone',
  contact: '',
  step: 'offered',
  code: '',
  isResting: false,
  isBusy: false,
  failure: '',
}

export const proofFor = (proof: ContactProof, kind: ContactKind, contact: string): ContactProof =>
  proof.kind === kind && proof.contact === contact ? proof : { ...noProof, kind, contact, isResting: proof.isResting }

export const asking = (proof: ContactProof): ContactProof => ({ ...proof, isBusy: true, failure: '' })
export const asked = (proof: ContactProof): ContactProof => ({
  ...proof,
  step: 'asked',
  code: '',
  isBusy: false,
  isResting: true,
})
export const rested = (proof: ContactProof): ContactProof => ({ ...proof, isResting: false })
export const codeTyped = (proof: ContactProof, typed: string): ContactProof => ({
  ...proof,
  code: typed.replace(/\D/g, '').slice(0, codeLength),
  failure: '',
})
export const isComplete = ({ step, code, isBusy }: ContactProof): boolean =>
  step === 'asked' && code.length === codeLength && !isBusy
export const proved = (proof: ContactProof): ContactProof => ({ ...proof, step: 'proved', isBusy: false, failure: '' })
export const proofFailed = (proof: ContactProof, code: string): ContactProof => ({
  ...proof,
  isBusy: false,
  failure: code,
})

const shapes: Record<ContactKind, RegExp> = {
  phone: /^1[3-9]\d{9}$/,
  // As the server takes it: no letter that only looks like one of these.
  email: /^[\x21-\x7e]+@[\w-]+(\.[\w-]+)+$/,
}

export interface ContactProofView {
  isShown: boolean
  hint: string
  /** Empty while none may be asked for. */
  ask: string
  isAsking: boolean
  codeLabel: string
  /** Of the one tap that tells WeChat's number; empty where it may not be asked for. */
  byWechat: string
  codePlaceholder: string
  failure: FailureView | null
}

interface Around {
  text: Texts
  /** On the page of an application that was sent without. */
  isLater?: boolean
  mayUseWechatNumber?: boolean
}

export function proofView(
  { kind, contact, step, isResting, isBusy, failure }: ContactProof,
  { text, isLater = false, mayUseWechatNumber = false }: Around,
): ContactProofView {
  const { code, codePlaceholder, ask, askAgain, byWechat, ...words } = text.contactProof
  const { offered, later, asked: sent, proved: done } = words[kind]
  const mayAsk = step !== 'proved' && !isResting && !isBusy
  const isWhole = shapes[kind].test(contact)
  return {
    isShown: isWhole,
    hint: { offered: isLater ? later(maskContact(contact)) : offered, asked: sent, proved: done }[step],
    ask: mayAsk ? (step === 'asked' ? askAgain : ask[kind]) : '',
    isAsking: step === 'asked',
    codeLabel: code,
    byWechat: kind === 'phone' && mayUseWechatNumber && step !== 'proved' && !isBusy ? byWechat : '',
    codePlaceholder,
    failure: failure === '' ? null : failureView(failure, text),
  }
}
