import { slot } from '../../platform/storage.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { claimInstead, claimLinkOf, type ClaimLink } from '../../services/claim-link.js'
import { callContact } from '../../services/contact.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { initialLetter, toView, type LetterState } from './letter-state.js'

/** What is being written, should the page be left in the middle. */
const kept = (application: string) => slot<string>(`appeal/${application}`)

Page({
  data: { ...toView(initialLetter, frame()), start: '' },
  state: initialLetter,
  id: '',
  link: undefined as ClaimLink | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query['application'] ?? ''
    this.link = claimLinkOf(query)
  },

  /** Once it is here it is not asked for again: all that changes is what this page does. */
  onShow() {
    this.show(this.state)
    if (this.state.letter.kind !== 'ready') void this.load()
  },

  onRetry() {
    this.show({ ...this.state, letter: loading })
    void this.load()
  },

  onLanguage() {
    this.show(this.state)
  },

  /** What was written before and not sent is still there. */
  onAsk() {
    const start = kept(this.id).read() ?? ''
    this.setData({ start })
    this.show({ ...this.state, writing: start, failure: '' })
  },

  onWrite({ detail }: { detail: { value: string } }) {
    this.state.writing = detail.value
    kept(this.id).write(detail.value)
  },

  onCancel() {
    if (!this.state.isAsking) this.show({ ...this.state, writing: undefined })
  },

  onSend() {
    if (this.state.isAsking) return
    this.show({ ...this.state, isAsking: true, failure: '' })
    void this.ask((this.state.writing ?? '').trim())
  },

  onContact() {
    callContact()
  },

  async load() {
    try {
      const letter = await api.call('GET /api/candidate/applications/:id/letter', { params: { id: this.id } })
      this.show({ ...this.state, letter: ready(letter) })
    } catch (error) {
      const failure = asApiError(error)
      if (!claimInstead(this.link, failure, 'letter')) this.show({ ...this.state, letter: failed(failure.code) })
    }
  },

  async ask(words: string) {
    try {
      const letter = await api.call('POST /api/candidate/applications/:id/appeal', {
        params: { id: this.id },
        body: words === '' ? {} : { words },
      })
      kept(this.id).write(undefined)
      this.show({ ...this.state, isAsking: false, letter: ready(letter) })
    } catch (error) {
      this.show({ ...this.state, isAsking: false, failure: asApiError(error).code })
    }
  },

  show(state: LetterState) {
    this.state = state
    this.setData(changedKeys(this.data, toView(state, frame())))
    void wx.setNavigationBarTitle({ title: texts().letter.title })
  },
})
