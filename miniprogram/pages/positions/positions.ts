import { routes } from '../../routes.js'
import { asApiError } from '../../services/api-error.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { switchLanguage, texts } from '../../services/language.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { toView, type PositionsState } from './positions-state.js'

Page({
  data: toView(loading, frame()),
  state: loading as PositionsState,
  isGone: false,

  onShow() {
    this.show(this.state)
    void this.load()
  },

  async onPullDownRefresh() {
    await this.load()
    wx.stopPullDownRefresh()
  },

  onUnload() {
    this.isGone = true
  },

  onRetry() {
    this.show(loading)
    void this.load()
  },

  onLanguage() {
    switchLanguage()
    this.show(this.state)
  },

  onApplication(event: WechatMiniprogram.TouchEvent) {
    void wx.navigateTo({ url: routes.status(String(event.currentTarget.dataset['id'])) })
  },

  onPosition(event: WechatMiniprogram.TouchEvent) {
    const { id, application } = event.currentTarget.dataset as { id: string; application: string }
    void wx.navigateTo({ url: application ? routes.status(application) : routes.apply(id) })
  },

  async load() {
    try {
      const [{ positions }, { applications }] = await Promise.all([
        api.call('GET /api/candidate/positions'),
        api.call('GET /api/candidate/applications'),
      ])
      this.show(ready({ positions, applications }))
    } catch (error) {
      // What is on the screen is still true; only an empty page has to say that it failed.
      if (this.state.kind !== 'ready') this.show(failed(asApiError(error).code))
    }
  },

  show(state: PositionsState) {
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame())))
    void wx.setNavigationBarTitle({ title: texts().positions.title })
  },
})
