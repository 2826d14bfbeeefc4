import type { InterviewForCandidate } from '../../../shared/contracts/interviews.js'
import { askToFilm, cameraOnPage, clipCamera, openFilmSettings } from '../../platform/camera.js'
import { clipFiles } from '../../platform/clip-file.js'
import { askForMicrophone, openMicrophoneSettings } from '../../platform/microphone.js'
import { recorder } from '../../platform/recorder.js'
import { slot } from '../../platform/storage.js'
import { routes } from '../../routes.js'
import { AnswerOutbox, type KeptAnswer } from '../../services/answer-outbox.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { serverClock, steadyStopwatch } from '../../services/clock.js'
import { deviceKey } from '../../services/device-key.js'
import { frame } from '../../services/frame.js'
import { randomKey } from '../../services/random-key.js'
import { arrivedTakes, later, pieces } from '../../services/recordings.js'
import { otherWays, waysInWords } from './answer-ways.js'
import type { Act } from './interview-buttons.js'
import { interviewCalls } from './interview-calls.js'
import { InterviewRunner } from './interview-runner.js'
import { initialInterview, type InterviewState } from './interview-state.js'
import { toView } from './interview-view.js'

const stopwatch = steadyStopwatch(() => Date.now())

const every = (ms: number, act: () => void) => {
  const timer = setInterval(act, ms)
  return () => {
    clearInterval(timer)
  }
}

/** Only while something would be left behind, and once the page is in front: in `onLoad` the page before is still the one in front. */
function warnBeforeLeaving(message: string): void {
  if (message === '') wx.disableAlertBeforeUnload({ fail: () => undefined })
  else wx.enableAlertBeforeUnload({ message, fail: () => undefined })
}

const isFilming = ({ screen, spoken }: ReturnType<typeof toView>) => screen === 'video' && spoken.isCameraOn

Page({
  data: toView(initialInterview, frame(), 0),
  isGone: false,
  runner: undefined as InterviewRunner | undefined,
  clock: serverClock(stopwatch),
  onNetwork: undefined as ((change: { isConnected: boolean }) => void) | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.clock = serverClock(stopwatch)
    const { clock } = this
    const calls = interviewCalls({ api, clock, deviceKey: deviceKey(), invitationId: query['invitation'] ?? '' })
    const runner = new InterviewRunner({
      calls,
      nowMs: () => clock.nowMs(),
      isSure: () => clock.isSure(),
      outboxFor: (interviewId) =>
        new AnswerOutbox({
          send: calls.answers,
          kept: slot<KeptAnswer>(`answer:${interviewId}`),
          nowMs: () => clock.nowMs(),
          newKey: () => randomKey(),
        }),
      render: (state) => this.render(state),
      every,
      spoken: {
        recorder,
        camera: clipCamera,
        files: clipFiles,
        stopwatchMs: () => stopwatch.readMs(),
        later,
        pieces,
        askFor: { voice: askForMicrophone, video: askToFilm },
        openSettings: { voice: openMicrophoneSettings, video: openFilmSettings },
        arrived: arrivedTakes,
      },
      finished: (interview) => this.leaveFor(interview),
    })
    this.runner = runner
    this.onNetwork = ({ isConnected }) => void runner.connection(isConnected)
    wx.onNetworkStatusChange(this.onNetwork)
    wx.setKeepScreenOn({ keepScreenOn: true, fail: () => undefined })
    void runner.start()
  },

  onShow() {
    void wx.setNavigationBarTitle({ title: this.data.title })
    void this.runner?.shown()
  },
  onHide() {
    void this.runner?.hidden()
  },

  onUnload() {
    this.isGone = true
    void this.runner?.closed()
    cameraOnPage.closed()
    if (this.onNetwork) wx.offNetworkStatusChange(this.onNetwork as never)
    wx.setKeepScreenOn({ keepScreenOn: false, fail: () => undefined })
  },

  onRetry() {
    void this.runner?.start()
  },

  onPrimary() {
    this.do(this.data.primary.act)
  },
  onSecondary() {
    this.do(this.data.secondaryAct)
  },
  onAgain() {
    void this.runner?.recordAgain()
  },

  /** Some of it WeChat allows only in the tap itself: nothing may be awaited before. */
  do(act: Act) {
    const { runner } = this
    if (!runner) return
    const acts: Record<Act, () => void> = {
      none: () => undefined,
      next: () => void runner.next(),
      begin: () => void runner.begin(),
      finish: () => void runner.finish(),
      'take-over': () => void runner.takeOver(),
      'to-status': () => this.leaveFor(runner.state.interview),
      'rest-longer': () => void runner.restLonger(),
      skip: () => void runner.skip(),
      leave: () => this.leave(),
      'switch-way': () => this.switchWay(),
      record: () => void runner.recordOn(),
      'open-settings': () => void runner.openSettings(),
    }
    acts[act]()
  },

  /** Of two other ways the phone asks which. */
  switchWay() {
    const { runner } = this
    const ways = runner ? otherWays(runner.state) : []
    const [only] = ways
    if (!runner || !only) return
    if (ways.length === 1) return void runner.switchWay(only.answerWith)
    wx.showActionSheet({
      itemList: waysInWords(ways, frame().text.interview),
      success: ({ tapIndex }) => {
        const way = ways[tapIndex]
        if (way) void runner.switchWay(way.answerWith)
      },
      fail: () => undefined,
    })
  },

  onCameraOpen() {
    cameraOnPage.opened()
  },
  onCameraStop() {
    cameraOnPage.stopped()
  },
  onCameraError(event: WechatMiniprogram.CustomEvent<{ errMsg?: string }>) {
    cameraOnPage.failed(event.detail.errMsg ?? '')
  },

  onLanguage() {
    if (this.runner) void this.render(this.runner.state)
  },

  onType(event: WechatMiniprogram.TextareaInput | WechatMiniprogram.Input) {
    void this.runner?.edit(event.detail.value)
  },
  onKey(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
    void this.runner?.key(event.detail.key)
  },
  onKeyboard(event: WechatMiniprogram.TextareaKeyboardHeightChange) {
    void this.runner?.keyboard(event.detail.height)
  },
  onSimpler() {
    void this.runner?.simpler()
  },
  onKeepThinking() {
    void this.runner?.keepThinking()
  },
  onFinishAnyway() {
    void this.runner?.finish()
  },

  leave() {
    wx.disableAlertBeforeUnload({ fail: () => undefined })
    if (getCurrentPages().length > 1) void wx.navigateBack()
    else void wx.reLaunch({ url: routes.positions() })
  },

  leaveFor(interview: InterviewForCandidate | undefined) {
    if (!interview) return
    wx.disableAlertBeforeUnload({ fail: () => undefined })
    void wx.redirectTo({ url: routes.status(interview.applicationId) })
  },

  render(state: InterviewState): Promise<void> {
    if (this.isGone) return Promise.resolve()
    const view = toView(state, frame(), this.clock.nowMs())
    const changes = changedKeys(this.data, view)
    if (!isFilming(view)) cameraOnPage.closed()
    if (changes.leave !== undefined) warnBeforeLeaving(view.leave)
    if (changes.title !== undefined) void wx.setNavigationBarTitle({ title: view.title })
    if (Object.keys(changes).length === 0) return Promise.resolve()

    return new Promise((resolve) => {
      this.setData(changes, resolve)
    })
  },
})
