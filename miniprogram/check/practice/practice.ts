import { files, pathOf } from '../../platform/files.js'
import { askForMicrophone, openMicrophoneSettings } from '../../platform/microphone.js'
import { audioPlayer } from '../../platform/player.js'
import { recorder } from '../../platform/recorder.js'
import { changedKeys } from '../../services/changed.js'
import { steadyStopwatch } from '../../services/clock.js'
import { frame } from '../../services/frame.js'
import { later } from '../../services/recordings.js'
import { leaveCheck } from '../leave-check.js'
import { PracticeRunner } from './practice-runner.js'
import { practiceOf, type PracticeAct, type PracticeState } from './practice-state.js'
import { toView } from './practice-view.js'

const stopwatch = steadyStopwatch(() => Date.now())

const every = (ms: number, act: () => void) => {
  const timer = setInterval(act, ms)
  return () => {
    clearInterval(timer)
  }
}

Page({
  data: toView(practiceOf(''), frame()),
  isGone: false,
  runner: undefined as PracticeRunner | undefined,

  onLoad(query: Record<string, string | undefined>) {
    const deps = {
      recorder,
      player: audioPlayer(),
      files,
      pathOf,
      stopwatchMs: () => stopwatch.readMs(),
      later,
      every,
      askForMicrophone,
      openMicrophoneSettings,
      render: (state: PracticeState) => this.render(state),
    }
    this.runner = new PracticeRunner(deps, query['invitation'] ?? '')
    this.render(this.runner.state)
  },

  onShow() {
    void wx.setNavigationBarTitle({ title: this.data.title })
  },
  onHide() {
    this.runner?.hidden()
  },
  onUnload() {
    this.isGone = true
    void this.runner?.left()
  },
  onLanguage() {
    if (this.runner) this.render(this.runner.state)
    this.onShow()
  },

  onPrimary() {
    this.do(this.data.primary.act)
  },
  onSecondary() {
    this.do(this.data.secondary.act)
  },
  onAgain() {
    void this.runner?.record()
  },

  /** WeChat opens its settings only in the tap itself: nothing may be awaited before. */
  do(act: PracticeAct) {
    const { runner } = this
    if (!runner) return
    const acts: Record<PracticeAct, () => void> = {
      none: () => undefined,
      record: () => void runner.record(),
      stop: () => void runner.stop(),
      listen: () => void runner.listen(),
      'stop-listening': () => runner.stopListening(),
      'open-settings': () => void runner.openSettings(),
      begin: () => leaveCheck(runner.state.invitationId),
      back: () => leaveCheck(runner.state.invitationId),
    }
    acts[act]()
  },

  render(state: PracticeState) {
    if (this.isGone) return
    const changes = changedKeys(this.data, toView(state, frame()))
    if (Object.keys(changes).length > 0) this.setData(changes)
  },
})
