import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import type { InvitationForCandidate } from '../../../shared/contracts/invitations.js'
import { routes, tokenOf } from '../../routes.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { actionOf, runningQuestionOf, toView, type Act, type InvitationState } from './invitation-state.js'

/** Its package may not be on the phone yet, and no network to fetch it: then the interview begins without. */
function openCheck(ways: AnswerMode[], invitationId: string): void {
  const begin = () => void (invitationId !== '' && wx.navigateTo({ url: routes.interview(invitationId) }))
  wx.navigateTo({ url: routes.deviceCheck({ ways, invitationId }), fail: begin })
}

Page({
  data: toView(loading, frame()),
  state: loading as InvitationState,
  act: { failure: '', isBusy: false } as Act,
  isGone: false,
  token: '',

  onLoad(query: Record<string, string | undefined>) {
    this.token = tokenOf(query)
  },

  onShow() {
    this.show(this.state)
    void this.load()
  },

  onUnload() {
    this.isGone = true
  },

  onRetry() {
    this.show(loading)
    void this.load()
  },

  onPrimary() {
    const action = actionOf(this.state)
    switch (action.kind) {
      case 'consent':
        return void wx.navigateTo({ url: routes.consent(this.token) })
      case 'interview':
        return void wx.navigateTo({ url: routes.interview(action.invitationId) })
      case 'check':
        return openCheck(action.ways, action.invitationId)
      case 'status':
        return void wx.redirectTo({ url: routes.status(action.applicationId) })
      case 'positions':
        return void wx.reLaunch({ url: routes.positions() })
      case 'return':
        return void this.comeBack()
      case 'none':
        return
    }
  },

  onCheck() {
    if (this.state.kind !== 'ready' || this.state.value.kind !== 'open') return
    const { bound, id, answerModes } = this.state.value
    openCheck(answerModes, bound ? id : '')
  },

  onChange() {
    wx.navigateTo({ url: routes.change(this.token) })
  },

  onLanguage() {
    this.show(this.state)
  },

  async load() {
    if (this.token === '') return this.show(failed('not-found'))
    try {
      const invitation = await api.call('POST /api/candidate/invitations/open', { body: { token: this.token } })
      this.show(ready(invitation))
      if (invitation.kind === 'open' && invitation.interviewId)
        await this.lookAtQuestion(invitation, invitation.interviewId)
    } catch (error) {
      if (this.state.kind !== 'ready') this.show(failed(asApiError(error).code))
    }
  },

  async comeBack() {
    if (this.act.isBusy) return
    this.act = { failure: '', isBusy: true }
    this.show(this.state)
    try {
      const invitation = await api.call('POST /api/candidate/invitations/return', { body: { token: this.token } })
      this.act = { failure: '', isBusy: false }
      this.show(ready(invitation))
    } catch (error) {
      this.act = { failure: asApiError(error).code, isBusy: false }
      this.show(this.state)
    }
  },

  /** Only told beside the rest: without it the page is as good. */
  async lookAtQuestion(invitation: InvitationForCandidate, id: string) {
    const interview = await api
      .call('GET /api/candidate/interviews/:id', { params: { id }, tries: 1 })
      .catch(() => undefined)
    const running = interview && runningQuestionOf(interview)
    if (running) this.show(ready({ ...invitation, running }))
  },

  show(state: InvitationState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame(), this.act)))
    void wx.setNavigationBarTitle({ title: texts().invitation.title })
  },
})
