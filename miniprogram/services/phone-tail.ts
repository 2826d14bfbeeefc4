/** The last four digits of a phone, as they are typed and refused. Pure. */
import type { Texts } from '../i18n/texts.js'
import type { ApiError } from './api-error.js'

export const tailLength = 4

export type TailFault = { kind: 'none' } | { kind: 'wrong'; triesLeft: number | undefined }

export const noFault: TailFault = { kind: 'none' }

export const tailTyped = (typed: string): string => typed.replace(/\D/g, '').slice(0, tailLength)

/** Undefined when it was refused for another reason. */
export function tailFaultOf({ code, details }: Pick<ApiError, 'code' | 'details'>): TailFault | undefined {
  if (code !== 'wrong-phone-tail' && code !== 'wrong-claim-code') return undefined
  const { triesLeft } = details
  return { kind: 'wrong', triesLeft: typeof triesLeft === 'number' ? triesLeft : undefined }
}

export function tailFaultText(fault: TailFault, { consent }: Texts): string {
  if (fault.kind === 'none') return ''
  if (fault.triesLeft === 0) return consent.tailNoneLeft
  return fault.triesLeft === undefined ? consent.tailWrong : consent.tailWrongLeft(fault.triesLeft)
}
