import { failureView, type FailureView } from '../i18n/failure-text.js'
import type { Texts } from '../i18n/texts.js'
import type { Loadable } from './loadable.js'

/** The part of a view that all loading pages share. */
export interface LoadingView {
  screen: 'loading' | 'failed' | 'ready'
  failure: FailureView
}

const nothingFailed: FailureView = { safe: '', told: '' }

/** Nobody typed anything: what the server could not read is the address. */
export const brokenLink = (code: string) => (code === 'invalid-input' ? 'not-found' : code)

export const loadingView = (content: Loadable<unknown>, text: Texts): LoadingView => ({
  screen: content.kind,
  failure: content.kind === 'failed' ? failureView(brokenLink(content.code), text) : nothingFailed,
})
