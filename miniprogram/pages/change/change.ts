import type { DeclineReason } from '../../../shared/contracts/candidate-requests.js'
import type { InvitationForCandidate } from '../../../shared/contracts/invitations.js'
import { routes, tokenOf } from '../../routes.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { randomKey } from '../../services/random-key.js'
import { initialChange, reasonChosen, refused, stepOf, tailOf, toView, type ChangeState } from './change-state.js'

Page({
  data: toView(initialChange, frame()),
  state: initialChange,
  isGone: false,
  token: '',
  /** Of one wish: the same tap again, after a lost answer, asks once. */
  key: '',

  onLoad(query: Record<string, string | undefined>) {
    this.token = tokenOf(query)
    this.key = randomKey()
    void this.load()
  },

  onShow() {
    this.show(this.state)
    void wx.setNavigationBarTitle({ title: texts().change.title })
  },

  onUnload() {
    this.isGone = true
  },

  onLanguage() {
    this.onShow()
  },

  onRetry() {
    this.show({ ...this.state, invitation: loading })
    void this.load()
  },

  onTail(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.show(tailOf(this.state, event.detail.value))
  },

  onTime() {
    this.show({ ...this.state, doing: 'time', words: '', failure: '' })
  },

  onDecline() {
    this.show({ ...this.state, doing: 'decline', words: '', failure: '' })
  },

  onChoose(event: WechatMiniprogram.TouchEvent) {
    const { value } = event.currentTarget.dataset as { value: string }
    if (stepOf(this.state) === 'time') return this.show({ ...this.state, hours: Number(value) })
    this.show(reasonChosen(this.state, value as DeclineReason))
  },

  onWrite(event: WechatMiniprogram.Input) {
    this.state.words = event.detail.value
  },

  onBack() {
    if (!this.state.isBusy) this.show({ ...this.state, doing: 'nothing', failure: '' })
  },

  onPrimary() {
    if (this.state.isBusy) return
    this.show({ ...this.state, isBusy: true, failure: '' })
    void this.act()
  },

  async load() {
    try {
      this.loaded(await api.call('POST /api/candidate/invitations/open', { body: { token: this.token } }))
    } catch (error) {
      this.show({ ...this.state, invitation: failed(asApiError(error).code) })
    }
  },

  async act() {
    try {
      const invitation = await this.send()
      this.key = randomKey()
      this.loaded(invitation)
    } catch (error) {
      this.show(refused(this.state, asApiError(error)))
    }
  },

  send(): Promise<InvitationForCandidate> {
    const { token, key } = this
    const { tail, hours, reason } = this.state
    const words = this.state.words.trim()
    const said = words === '' ? {} : { words }
    switch (stepOf(this.state)) {
      case 'time':
        return api.call('POST /api/candidate/invitations/more-time', { body: { token, key, hours, ...said } })
      case 'decline':
        return api.call('POST /api/candidate/invitations/decline', {
          body: { token, ...(reason !== '' && { reason }), ...said },
        })
      default:
        return api.call('POST /api/candidate/invitations/verify-phone', { body: { token, tail } })
    }
  },

  /** What nobody changes here any more is told on the page of the invitation. */
  loaded(invitation: InvitationForCandidate) {
    if (invitation.kind !== 'open' && invitation.kind !== 'expired') return this.leave()
    this.show({ ...this.state, invitation: ready(invitation), doing: 'nothing', isBusy: false })
  },

  leave() {
    const url = routes.invitation(this.token)
    wx.navigateBack({ fail: () => void wx.redirectTo({ url }) })
  },

  show(state: ChangeState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
