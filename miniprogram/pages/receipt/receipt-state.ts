import type { DeletionForCandidate } from '../../../shared/contracts/retention.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

const numberLength = 12

export interface ReceiptState {
  /** One that was asked for by its number, else those of this WeChat. */
  receipts: Loadable<readonly DeletionForCandidate[]>
  asksForNumber: boolean
  number: string
  isBusy: boolean
  failure: string
}

export const initialReceipt: ReceiptState = {
  receipts: { kind: 'loading' },
  asksForNumber: false,
  number: '',
  isBusy: false,
  failure: '',
}

/** No I, L, O, U in it, as in short codes; blanks and dashes between are nothing. */
export const numberTyped = (state: ReceiptState, value: string): ReceiptState => ({
  ...state,
  number: value
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-HJKMNP-TV-Z]/g, '')
    .slice(0, numberLength),
  failure: '',
})

export const isWhole = ({ number }: ReceiptState): boolean => number.length === numberLength

/** Whoever mistyped goes on typing; nothing else is told than that there is none. */
export const refused = (state: ReceiptState, code: string): ReceiptState => ({
  ...state,
  receipts: { kind: 'ready', value: [] },
  asksForNumber: true,
  isBusy: false,
  failure: code === 'not-found' || code === 'invalid-input' ? 'receipt-unknown' : code,
})

interface ReceiptInWords {
  id: string
  number: string
  parts: { title: string; text: string }[]
}

export interface ReceiptView extends LoadingView {
  style: string
  text: Record<'retry' | 'title' | 'label' | 'show', string>
  guide: string
  receipts: ReceiptInWords[]
  asksForNumber: boolean
  number: string
  isWhole: boolean
  isBusy: boolean
  actFailure: FailureView | null
}

export function toView(state: ReceiptState, frame: Frame): ReceiptView {
  const { text, style } = frame
  const { title, label, show, guide, mine } = text.receipt
  const receipts = state.receipts.kind === 'ready' ? state.receipts.value : []
  return {
    ...loadingView(state.receipts, text),
    style,
    text: { retry: text.retry, title, label, show },
    guide: guideOf(state, { guide, mine }),
    receipts: receipts.map((one) => inWords(one, frame)),
    asksForNumber: state.asksForNumber,
    number: state.number,
    isWhole: isWhole(state),
    isBusy: state.isBusy,
    actFailure: state.failure === '' ? null : failureView(state.failure, text),
  }
}

function guideOf({ receipts, asksForNumber }: ReceiptState, { guide, mine }: { guide: string; mine: string }): string {
  if (!asksForNumber) return ''
  return receipts.kind === 'ready' && receipts.value.length > 0 ? mine : guide
}

function inWords(
  { id, number, why, at, doneAt, applications, rows }: DeletionForCandidate,
  { text, dates, nowMs }: Frame,
): ReceiptInWords {
  const words = text.receipt
  const began = dates.relative(at, nowMs)
  const gone = [words.whatText(applications), ...(doneAt === undefined ? [] : [words.rows(rows)])]
  return {
    id,
    number: number === undefined ? '' : words.number(number),
    parts: [
      {
        title: words.when,
        text: doneAt === undefined ? words.removing(began) : words.done(began, dates.relative(doneAt, nowMs)),
      },
      { title: words.why, text: words.reasons[why] },
      { title: words.what, text: gone.join(text.factGap) },
      { title: words.stays, text: words.staysText },
    ],
  }
}
