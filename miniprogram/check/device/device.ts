import type { AnswerMode } from '../../../shared/contracts/answer-modes.js'
import { askForCamera, openCameraSettings, watchCamera, type CameraLeave } from '../../platform/camera.js'
import { askForMicrophone, openMicrophoneSettings } from '../../platform/microphone.js'
import { recorder } from '../../platform/recorder.js'
import { routes } from '../../routes.js'
import { api } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { later } from '../../services/recordings.js'
import { leaveCheck, waysIn } from '../leave-check.js'
import { brightnessOf, lightOf, untriedCamera } from './camera-state.js'
import { againAct, checkOf, type CheckAct, type CheckState, type Part } from './check-state.js'
import { toView } from './check-view.js'
import { MicrophoneTrial } from './microphone-trial.js'
import { networkVerdict } from './network-state.js'
import { tryNetwork } from './try-network.js'

const nowMs = () => Date.now()

const send = (bytes: ArrayBuffer) =>
  api.upload({
    method: 'POST',
    path: '/api/candidate/device-check/upload',
    params: {},
    bytes,
    header: { 'content-type': 'application/octet-stream' },
  })

Page({
  data: toView(checkOf([], ''), frame()),
  state: checkOf([], ''),
  isGone: false,
  ways: [] as string[],
  microphone: undefined as MicrophoneTrial | undefined,
  stopWatching: undefined as (() => void) | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.ways = waysIn(query)
    this.show(checkOf(this.ways as AnswerMode[], query['invitation'] ?? ''))
    this.microphone = new MicrophoneTrial({
      recorder,
      nowMs,
      later,
      askForMicrophone,
      openMicrophoneSettings,
      changed: (microphone) => this.show({ ...this.state, microphone }),
    })
    void this.tryNetwork()
  },

  onShow() {
    void wx.setNavigationBarTitle({ title: this.data.title })
  },
  onHide() {
    this.rest()
  },
  onUnload() {
    this.isGone = true
    this.rest()
  },
  onLanguage() {
    this.show(this.state)
    this.onShow()
  },

  onPrimary() {
    this.do(this.data.primary.act)
  },
  onSecondary() {
    this.do(this.data.secondary.act)
  },
  onAgain(event: WechatMiniprogram.TouchEvent) {
    const { part } = event.currentTarget.dataset as { part: Part }
    this.do(againAct(this.state, part))
  },

  /** WeChat opens its settings only in the tap itself: nothing may be awaited before. */
  do(act: CheckAct) {
    const { invitationId } = this.state
    const acts: Record<CheckAct, () => void> = {
      none: () => undefined,
      'try-microphone': () => void this.microphone?.try(),
      'open-settings': () => void this.microphone?.openSettings(),
      'try-camera': () => void this.openCamera(askForCamera()),
      'open-camera-settings': () => void this.openCamera(openCameraSettings()),
      'try-network': () => void this.tryNetwork(),
      practise: () => void wx.redirectTo({ url: routes.practice({ ways: this.ways, invitationId }) }),
      begin: () => leaveCheck(invitationId),
      back: () => leaveCheck(invitationId),
    }
    acts[act]()
  },

  async tryNetwork() {
    if (this.state.network.kind === 'trying') return
    this.show({ ...this.state, network: { kind: 'trying' } })
    const verdict = networkVerdict(await tryNetwork({ send, nowMs }), this.state.offers.video)
    this.show({ ...this.state, network: { kind: 'done', verdict } })
  },

  async openCamera(asked: Promise<CameraLeave>) {
    const kind = (await asked) === 'given' ? 'opening' : 'refused'
    this.show({ ...this.state, camera: { kind } })
  },

  onCamera() {
    this.show({ ...this.state, camera: { kind: 'open', light: 'unknown' } })
    this.stopWatching ??= watchCamera((picture) => {
      this.show({ ...this.state, camera: { kind: 'open', light: lightOf(brightnessOf(picture)) } })
    })
  },
  onCameraFault() {
    this.show({ ...this.state, camera: { kind: 'broken' } })
  },

  rest() {
    this.microphone?.leave()
    this.stopWatching?.()
    this.stopWatching = undefined
    if (this.data.isCameraOn) this.show({ ...this.state, camera: untriedCamera })
  },

  show(state: CheckState) {
    this.state = state
    if (this.isGone) return
    const changes = changedKeys(this.data, toView(state, frame()))
    if (Object.keys(changes).length > 0) this.setData(changes)
  },
})
