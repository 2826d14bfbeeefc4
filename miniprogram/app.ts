import { session } from './services/candidate.js'
import { pieces } from './services/recordings.js'

App({
  onLaunch() {
    // Signing in ahead of the first page; a failure is told by the page that needs the session.
    session.open().catch(() => undefined)
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) pieces.hurry()
    })
  },
  onShow() {
    pieces.wake()
  },
  onHide() {
    pieces.rest()
  },
})
