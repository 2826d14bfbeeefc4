import { routes, tokenOf } from '../../routes.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { callContact } from '../../services/contact.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { actionOf, toView, type InvitationState } from './invitation-state.js'

Page({
  data: toView(loading, frame()),
  state: loading as InvitationState,
  isGone: false,
  token: '',

  onLoad(query: Record<string, string | undefined>) {
    this.token = tokenOf(query)
  },

  onShow() {
    this.show(this.state)
    void wx.setNavigationBarTitle({ title: texts().invitation.title })
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
      case 'status':
        return void wx.redirectTo({ url: routes.status(action.applicationId) })
      case 'positions':
        return void wx.reLaunch({ url: routes.positions() })
      case 'none':
        return
    }
  },

  onContact() {
    callContact()
  },

  async load() {
    if (this.token === '') return this.show(failed('not-found'))
    try {
      this.show(ready(await api.call('POST /api/candidate/invitations/open', { body: { token: this.token } })))
    } catch (error) {
      if (this.state.kind !== 'ready') this.show(failed(asApiError(error).code))
    }
  },

  show(state: InvitationState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame())))
  },
})
