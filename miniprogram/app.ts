import { session } from './services/candidate.js'

App({
  onLaunch() {
    // Signing in ahead of the first page; a failure is told by the page that needs the session.
    session.open().catch(() => undefined)
  },
})
