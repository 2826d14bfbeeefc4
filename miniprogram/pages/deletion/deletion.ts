import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { receiptInstead } from '../../services/receipt-instead.js'
import { actOf, initialDeletion, toView, type DeletionState } from './deletion-state.js'

Page({
  data: toView(initialDeletion, frame()),
  state: initialDeletion,
  isGone: false,
  id: '',

  onLoad(query: Record<string, string | undefined>) {
    this.id = query['application'] ?? ''
  },

  onShow() {
    void wx.setNavigationBarTitle({ title: texts().deletion.title })
    void this.load()
  },

  onUnload() {
    this.isGone = true
  },

  onRetry() {
    this.show({ ...this.state, asked: loading })
    void this.load()
  },

  onLanguage() {
    void wx.setNavigationBarTitle({ title: texts().deletion.title })
    this.show(this.state)
  },

  onPrimary() {
    if (this.state.isBusy) return
    const act = actOf(this.state)
    if (act === 'make-sure') return this.show({ ...this.state, isSure: true, failure: '' })
    this.show({ ...this.state, isBusy: true, failure: '' })
    void this.change(act)
  },

  async load() {
    try {
      const asked = await api.call('GET /api/candidate/applications/:id/deletion', { params: { id: this.id } })
      this.show({ ...this.state, asked: ready(asked) })
    } catch (error) {
      const failure = asApiError(error)
      if (await receiptInstead(failure)) return
      if (this.state.asked.kind !== 'ready') this.show({ ...this.state, asked: failed(failure.code) })
    }
  },

  async change(act: 'ask' | 'take-back') {
    const params = { id: this.id }
    try {
      const asked =
        act === 'ask'
          ? await api.call('POST /api/candidate/applications/:id/deletion', { params })
          : await api.call('DELETE /api/candidate/applications/:id/deletion', { params })
      this.show({ ...initialDeletion, asked: ready(asked) })
    } catch (error) {
      const failure = asApiError(error)
      if (await receiptInstead(failure)) return
      this.show({ ...this.state, isBusy: false, failure: failure.code })
    }
  },

  show(state: DeletionState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
