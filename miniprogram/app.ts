import { practiceFile } from './config.js'
import { files } from './platform/files.js'
import { session } from './services/candidate.js'
import { pieces } from './services/recordings.js'

App({
  onLaunch() {
    // Signing in ahead of the first page; a failure is told by the page that needs the session.
    session.open().catch(() => undefined)
    // Of an app that was killed in the middle of practice.
    void files.remove(practiceFile)
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
