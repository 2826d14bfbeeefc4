import { slowPollMs } from '../../config.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { claimInstead, claimLinkOf, type ClaimLink } from '../../services/claim-link.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { toView, type FeedbackState } from './feedback-state.js'

Page({
  data: toView(loading, frame()),
  state: loading as FeedbackState,
  id: '',
  link: undefined as ClaimLink | undefined,
  poll: 0,
  /** Only a page in front asks again; one that is gone is not drawn either. */
  isInFront: false,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query['interview'] ?? ''
    this.link = claimLinkOf(query)
  },

  onShow() {
    this.isInFront = true
    this.show(this.state)
    void wx.setNavigationBarTitle({ title: texts().feedback.title })
    void this.load()
  },

  onHide() {
    this.rest()
  },
  onUnload() {
    this.rest()
  },

  onLanguage() {
    void wx.setNavigationBarTitle({ title: texts().feedback.title })
    this.show(this.state)
  },

  onRetry() {
    this.show(loading)
    void this.load()
  },

  rest() {
    this.isInFront = false
    clearTimeout(this.poll)
  },

  async load() {
    clearTimeout(this.poll)
    try {
      const feedback = await api.call('GET /api/candidate/interviews/:id/feedback', { params: { id: this.id } })
      this.show(ready(feedback))
      if (feedback.kind === 'preparing' && this.isInFront) this.poll = setTimeout(() => void this.load(), slowPollMs)
    } catch (error) {
      const failure = asApiError(error)
      if (claimInstead(this.link, failure, 'status')) return
      if (this.state.kind !== 'ready') this.show(failed(failure.code))
    }
  },

  show(state: FeedbackState) {
    this.state = state
    if (!this.isInFront) return
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
