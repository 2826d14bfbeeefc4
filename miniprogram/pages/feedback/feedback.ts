import { slowPollMs } from '../../config.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { toView, type FeedbackState } from './feedback-state.js'

Page({
  data: toView(loading, frame()),
  state: loading as FeedbackState,
  id: '',
  poll: 0,

  onLoad(query: Record<string, string | undefined>) { this.id = query['interview'] ?? '' },

  onShow() {
    this.show(this.state)
    void wx.setNavigationBarTitle({ title: texts().feedback.title })
    void this.load()
  },

  onHide() { clearTimeout(this.poll) },
  onUnload() { clearTimeout(this.poll) },

  onRetry() {
    this.show(loading)
    void this.load()
  },

  async load() {
    clearTimeout(this.poll)
    try {
      const feedback = await api.call('GET /api/candidate/interviews/:id/feedback', { params: { id: this.id } })
      this.show(ready(feedback))
      if (feedback.kind === 'preparing') this.poll = setTimeout(() => void this.load(), slowPollMs)
    } catch (error) {
      if (this.state.kind !== 'ready') this.show(failed(asApiError(error).code))
    }
  },

  show(state: FeedbackState) {
    this.state = state
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
