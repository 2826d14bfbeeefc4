import { routes } from '../../routes.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { codeTyped, initialClaim, refused, toView, typed, type ClaimState } from './claim-state.js'
import { pageFor } from './page-for.js'

Page({
  data: toView(initialClaim('code'), frame()),
  state: initialClaim('code'),
  isGone: false,
  applicationId: '',
  proof: '',
  /** Which page the link was for. */
  opens: '',

  onLoad(query: Record<string, string | undefined>) {
    this.applicationId = query['application'] ?? ''
    this.proof = query['proof'] ?? ''
    this.opens = query['opens'] ?? ''
    this.show(initialClaim(this.proof ? 'link' : 'code'))
  },

  onShow() {
    void wx.setNavigationBarTitle({ title: texts().claim.title })
  },

  onUnload() {
    this.isGone = true
  },

  onTail(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.show(typed(this.state, event.detail.value))
  },

  onCode(event: WechatMiniprogram.Input) {
    this.show(codeTyped(this.state, event.detail.value))
  },

  onPrimary() {
    this.show({ ...this.state, isBusy: true, failure: '' })
    void this.claim()
  },

  onReceipt() {
    void wx.navigateTo({ url: routes.receipt() })
  },

  onLanguage() {
    this.onShow()
    this.show(this.state)
  },

  async claim() {
    try {
      const url = this.state.by === 'code' ? await this.claimByCode() : await this.claimByLink()
      void wx.redirectTo({ url })
    } catch (error) {
      this.show(refused(this.state, asApiError(error)))
    }
  },

  async claimByLink() {
    const { applicationId, proof } = this
    await api.call('POST /api/candidate/applications/claim', { body: { applicationId, proof, tail: this.state.tail } })
    return this.opens === 'letter' ? routes.letter(applicationId) : routes.status(applicationId)
  },

  async claimByCode() {
    const { code, tail } = this.state
    return pageFor(await api.call('POST /api/candidate/applications/claim-by-code', { body: { code, tail } }))
  },

  show(state: ClaimState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
