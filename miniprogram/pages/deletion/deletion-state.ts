import type { DeletionAsked } from '../../../shared/contracts/retention.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

export interface DeletionState {
  asked: Loadable<DeletionAsked>
  /** The first tap only asks back: what follows cannot be undone. */
  isSure: boolean
  isBusy: boolean
  failure: string
}

export const initialDeletion: DeletionState = { asked: { kind: 'loading' }, isSure: false, isBusy: false, failure: '' }

type Act = 'make-sure' | 'ask' | 'take-back'

export function actOf({ asked, isSure }: DeletionState): Act {
  if (asked.kind === 'ready' && asked.value.at !== undefined) return 'take-back'
  return isSure ? 'ask' : 'make-sure'
}

export interface DeletionView extends LoadingView {
  style: string
  text: { retry: string; title: string; guide: string }
  /** When they asked; empty until then. */
  asked: string
  /** Why it cannot be done right now. */
  refused: string
  parts: { title: string; text: string }[]
  button: { label: string; isBusy: boolean }
  actFailure: FailureView | null
}

export function toView(state: DeletionState, frame: Frame): DeletionView {
  const { text, style, dates } = frame
  const { title, guide, asked: askedOn, refused } = text.deletion
  const asked = state.asked.kind === 'ready' ? state.asked.value : undefined
  return {
    ...loadingView(state.asked, text),
    style,
    text: { retry: text.retry, title, guide },
    asked: asked?.at === undefined ? '' : askedOn(dates.day(asked.at)),
    refused: asked?.refused === undefined ? '' : refused[asked.refused],
    parts: asked ? partsOf(asked, frame) : [],
    button: { label: labelOf(state, text), isBusy: state.isBusy },
    actFailure: state.failure === '' ? null : failureView(state.failure, text),
  }
}

function partsOf({ applications, until }: DeletionAsked, { text, dates }: Frame): DeletionView['parts'] {
  const { what, whatText, stays, staysText, when, whenText } = text.deletion
  return [
    { title: what, text: whatText(applications) },
    { title: stays, text: staysText },
    { title: when, text: whenText(dates.day(until)) },
  ]
}

function labelOf(state: DeletionState, { deletion }: Texts): string {
  switch (actOf(state)) {
    case 'make-sure':
      return deletion.ask
    case 'ask':
      return deletion.sure
    case 'take-back':
      return deletion.keep
  }
}
