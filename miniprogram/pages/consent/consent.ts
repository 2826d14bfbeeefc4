import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { ConsentPurpose } from '../../../shared/contracts/consent.js'
import { routes, tokenOf } from '../../routes.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading } from '../../services/loadable.js'
import { speaks } from '../../services/spoken-ways.js'
import {
  choicesOf,
  consentLoaded,
  initialConsent,
  switched,
  tailRefused,
  toView,
  typedTail,
  type ConsentState,
} from './consent-state.js'

Page({
  data: toView(initialConsent('first'), frame()),
  state: initialConsent('first'),
  isGone: false,
  token: '',
  invitationId: '',

  onLoad(query: Record<string, string | undefined>) {
    this.token = tokenOf(query)
    this.invitationId = query['invitation'] ?? ''
    const mode = this.invitationId === '' ? 'first' : 'later'
    this.show(initialConsent(mode))
    void this.load()
  },

  onShow() {
    const { title, laterTitle } = texts().consent
    void wx.setNavigationBarTitle({ title: this.state.mode === 'first' ? title : laterTitle })
  },

  onUnload() {
    this.isGone = true
  },

  onLanguage() {
    this.onShow()
    this.show(this.state)
  },

  onRetry() {
    this.show({ ...this.state, consent: loading, failure: '' })
    void this.load()
  },

  onTail(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.show(typedTail(this.state, event.detail.value))
  },

  onSwitch(event: WechatMiniprogram.TouchEvent) {
    const { purpose, granted } = event.currentTarget.dataset as { purpose: ConsentPurpose; granted: boolean }
    this.show(switched(this.state, purpose, !granted))
  },

  onNotice() {
    this.show({ ...this.state, isNoticeOpen: !this.state.isNoticeOpen })
  },

  onPrimary() {
    this.show({ ...this.state, isBusy: true, failure: '' })
    if (this.state.step === 'tail') return void this.verify()
    return void (this.state.mode === 'first' ? this.consent() : this.change())
  },

  async load() {
    try {
      if (this.state.mode === 'later') return await this.loadChoices()

      const invitation = await api.call('POST /api/candidate/invitations/open', { body: { token: this.token } })
      if (invitation.kind !== 'open') return void wx.redirectTo({ url: routes.invitation(this.token) })
      if (!invitation.phoneVerified && !invitation.bound) return this.show({ ...this.state, step: 'tail' })
      await this.loadNotice()
    } catch (error) {
      this.show({ ...this.state, consent: failed(asApiError(error).code) })
    }
  },

  async loadNotice() {
    this.show(
      consentLoaded(
        this.state,
        await api.call('POST /api/candidate/invitations/notice', { body: { token: this.token } }),
      ),
    )
  },

  async loadChoices() {
    this.show(
      consentLoaded(
        this.state,
        await api.call('GET /api/candidate/consents/:id', { params: { id: this.invitationId } }),
      ),
    )
  },

  async verify() {
    const { tail } = this.state
    try {
      await api.call('POST /api/candidate/invitations/verify-phone', { body: { token: this.token, tail } })
    } catch (error) {
      return this.show(tailRefused(this.state, asApiError(error)))
    }
    this.show({ ...this.state, step: 'choices', isBusy: false })
    await this.load()
  },

  async consent() {
    const { consent } = this.state
    if (consent.kind !== 'ready') return

    try {
      const body = { token: this.token, noticeVersion: consent.value.notice.version, choices: choicesOf(this.state) }
      const invitation = await api.call('POST /api/candidate/invitations/consent', { body })
      if (invitation.kind !== 'open') return void wx.redirectTo({ url: routes.invitation(this.token) })
      this.goOn(invitation)
    } catch (error) {
      await this.refused(asApiError(error).code)
    }
  },

  /** Where somebody may speak the phone is tried first; without that page, which may not be on the phone yet, the interview begins. */
  goOn({ id, answerModes, interviewId }: { id: string; answerModes: AnswerMode[]; interviewId?: string }) {
    const begin = () => void wx.redirectTo({ url: routes.interview(id) })
    if (interviewId !== undefined || !speaks(answerModes)) return begin()
    wx.redirectTo({ url: routes.deviceCheck({ ways: answerModes, invitationId: id }), fail: begin })
  },

  async change() {
    const { consent } = this.state
    if (consent.kind !== 'ready') return

    try {
      const body = { noticeVersion: consent.value.notice.version, choices: choicesOf(this.state) }
      const changed = await api.call('PUT /api/candidate/consents/:id', { params: { id: this.invitationId }, body })
      this.show({ ...consentLoaded(this.state, changed), isSaved: true })
    } catch (error) {
      await this.refused(asApiError(error).code)
    }
  },

  /** A new version of the notice is fetched at once: what was chosen stays, what is read is new. */
  async refused(code: string) {
    const { granted } = this.state
    if (code === 'notice-outdated') await this.load()
    this.show({ ...this.state, ...(code === 'notice-outdated' && { granted }), isBusy: false, failure: code })
  },

  show(state: ConsentState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
