import { routes } from '../../routes.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { callContact } from '../../services/contact.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { initialClaim, refused, toView, typed, type ClaimState } from './claim-state.js'

Page({
  data: toView(initialClaim, frame()),
  state: initialClaim,
  isGone: false,
  applicationId: '',
  proof: '',
  /** Which page the link was for. */
  opens: '',

  onLoad(query: Record<string, string | undefined>) {
    this.applicationId = query['application'] ?? ''
    this.proof = query['proof'] ?? ''
    this.opens = query['opens'] ?? ''
    this.show(initialClaim)
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

  onPrimary() {
    this.show({ ...this.state, isBusy: true, failure: '' })
    void this.claim()
  },

  onContact() {
    callContact()
  },

  async claim() {
    const { applicationId, proof } = this
    try {
      await api.call('POST /api/candidate/applications/claim', {
        body: { applicationId, proof, tail: this.state.tail },
      })
      const url = this.opens === 'letter' ? routes.letter(applicationId) : routes.status(applicationId)
      void wx.redirectTo({ url })
    } catch (error) {
      this.show(refused(this.state, asApiError(error)))
    }
  },

  show(state: ClaimState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
