import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { claimInstead, claimLinkOf, type ClaimLink } from '../../services/claim-link.js'
import { callContact } from '../../services/contact.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { toView, type LetterState } from './letter-state.js'

Page({
  data: toView(loading, frame()),
  state: loading as LetterState,
  id: '',
  link: undefined as ClaimLink | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query['application'] ?? ''
    this.link = claimLinkOf(query)
  },

  /** A letter never changes: once it is here it is not asked for again. */
  onShow() {
    this.show(this.state)
    if (this.state.kind !== 'ready') void this.load()
  },

  onRetry() {
    this.show(loading)
    void this.load()
  },

  onLanguage() {
    this.show(this.state)
  },

  onContact() {
    callContact()
  },

  async load() {
    try {
      this.show(ready(await api.call('GET /api/candidate/applications/:id/letter', { params: { id: this.id } })))
    } catch (error) {
      const failure = asApiError(error)
      if (!claimInstead(this.link, failure, 'letter')) this.show(failed(failure.code))
    }
  },

  show(state: LetterState) {
    this.state = state
    this.setData(changedKeys(this.data, toView(state, frame())))
    void wx.setNavigationBarTitle({ title: texts().letter.title })
  },
})
