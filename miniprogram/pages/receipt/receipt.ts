import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { initialReceipt, isWhole, numberTyped, refused, toView, type ReceiptState } from './receipt-state.js'

/** Opened by the link in a message, or by hand: nobody has to be anybody to read a receipt. */
Page({
  data: toView(initialReceipt, frame()),
  state: initialReceipt,
  isGone: false,

  onLoad(query: Record<string, string | undefined>) {
    this.show(numberTyped(this.state, query['receipt'] ?? ''))
    void this.load()
  },

  onShow() {
    void wx.setNavigationBarTitle({ title: texts().receipt.title })
  },

  onUnload() {
    this.isGone = true
  },

  onRetry() {
    this.show({ ...this.state, receipts: loading })
    void this.load()
  },

  onLanguage() {
    this.onShow()
    this.show(this.state)
  },

  onNumber(event: WechatMiniprogram.Input) {
    this.show(numberTyped(this.state, event.detail.value))
  },

  onPrimary() {
    if (this.state.isBusy) return
    this.show({ ...this.state, isBusy: true, failure: '' })
    void this.byNumber()
  },

  async load() {
    if (isWhole(this.state)) return this.byNumber()
    try {
      const { deletions } = await api.call('GET /api/candidate/deletions')
      this.show({ ...this.state, receipts: ready(deletions), asksForNumber: true })
    } catch (error) {
      this.show({ ...this.state, receipts: failed(asApiError(error).code) })
    }
  },

  async byNumber() {
    const { number } = this.state
    try {
      const receipt = await api.call('POST /api/candidate/deletions/receipt', { body: { number } })
      this.show({ ...this.state, receipts: ready([receipt]), asksForNumber: false, isBusy: false })
    } catch (error) {
      const failure = asApiError(error)
      const isFirst = this.state.receipts.kind !== 'ready' && failure.isUnanswered
      this.show(
        isFirst ? { ...this.state, receipts: failed(failure.code), isBusy: false } : refused(this.state, failure.code),
      )
    }
  },

  show(state: ReceiptState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
