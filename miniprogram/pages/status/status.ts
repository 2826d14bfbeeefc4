import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'
import { clipType } from '../../config.js'
import { slot } from '../../platform/storage.js'
import { askForMessages } from '../../platform/subscribe.js'
import { routes } from '../../routes.js'
import { asApiError } from '../../services/api-error.js'
import { api, session } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { claimInstead, claimLinkOf, type ClaimLink } from '../../services/claim-link.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import { failed, loading } from '../../services/loadable.js'
import { pieces } from '../../services/recordings.js'
import { receiptInstead } from '../../services/receipt-instead.js'
import type { Asked as AskedForMessages } from '../../services/subscription-choice.js'
import { actionOf, initialStatus, loaded, nextPollMs, toView, type Asked, type StatusState } from './status-state.js'

const askedHere: CandidateTemplate[] = ['progress', 'result', 'next-round']
const keptAsked = (applicationId: string) => slot<Asked>(`asked:${applicationId}`)

Page({
  data: toView(initialStatus, frame()),
  state: initialStatus,
  id: '',
  link: undefined as ClaimLink | undefined,
  poll: 0,
  /** Only a page in front asks again; one that is gone is not drawn either. */
  isInFront: false,
  unwatch: undefined as (() => void) | undefined,

  onLoad(query: Record<string, string | undefined>) {
    this.id = query['application'] ?? ''
    this.link = claimLinkOf(query)
    this.state = { ...this.state, asked: keptAsked(this.id).read() ?? 'unasked' }
  },

  onShow() {
    this.isInFront = true
    this.unwatch = pieces.onChange(() => this.showOnItsWay())
    this.state = { ...this.state, polls: 0 }
    this.showOnItsWay()
    void this.load()
  },

  onHide() {
    this.rest()
  },
  onUnload() {
    this.rest()
  },

  onRetry() {
    this.show({ ...this.state, application: loading })
    void this.load()
  },

  onLanguage() {
    this.show(this.state)
  },

  /** Nothing may be awaited before the question for messages: WeChat asks it only inside the tap. */
  onPrimary() {
    const { application } = this.state
    if (application.kind !== 'ready') return

    const { invitationToken, interviewId } = application.value
    switch (actionOf(this.state)) {
      case 'notify':
        return void this.record(askForMessages(session.current(), askedHere))
      case 'invitation':
        return invitationToken && void wx.navigateTo({ url: routes.invitation(invitationToken) })
      case 'letter':
        return void wx.navigateTo({ url: routes.letter(this.id) })
      case 'feedback':
        return interviewId && void this.openFeedback(interviewId)
      case 'none':
        return
    }
  },

  /** The tap after the end is the one that may ask, whether or not the report was faster than the tap. */
  async openFeedback(interviewId: string) {
    if (this.state.asked === 'unasked') await this.record(askForMessages(session.current(), askedHere))
    void wx.navigateTo({ url: routes.feedback(interviewId) })
  },

  async record(asking: Promise<AskedForMessages>) {
    const { choices, trouble } = await asking
    if (choices.length === 0) return this.show({ ...this.state, failure: trouble ?? '' })

    try {
      await api.call('POST /api/candidate/subscriptions', { body: { choices } })
      const asked = choices.some(({ choice }) => choice === 'accept') ? 'accepted' : 'refused'
      keptAsked(this.id).write(asked)
      this.show({ ...this.state, asked, failure: '' })
    } catch (error) {
      this.show({ ...this.state, failure: asApiError(error).code })
    }
  },

  async onChoices() {
    const { application } = this.state
    if (application.kind !== 'ready' || application.value.interviewId === undefined) return

    try {
      const { invitationId } = await api.call('GET /api/candidate/interviews/:id', {
        params: { id: application.value.interviewId },
      })
      void wx.navigateTo({ url: routes.choices(invitationId) })
    } catch (error) {
      this.show({ ...this.state, failure: asApiError(error).code })
    }
  },

  onTranscripts() {
    const { application } = this.state
    const interviewId = application.kind === 'ready' ? application.value.interviewId : undefined
    if (interviewId !== undefined) void wx.navigateTo({ url: routes.transcripts(interviewId) })
  },

  onDelete() {
    void wx.navigateTo({ url: routes.deletion(this.id) })
  },

  showOnItsWay() {
    const [take] = pieces.waiting()
    const onItsWay = take && {
      interviewId: take.interviewId,
      percent: pieces.percent(take),
      isVideo: take.type === clipType,
    }
    this.show({ ...this.state, onItsWay })
  },

  rest() {
    this.isInFront = false
    this.unwatch?.()
    clearTimeout(this.poll)
  },

  async load() {
    clearTimeout(this.poll)
    try {
      const application = await api.call('GET /api/candidate/applications/:id', { params: { id: this.id } })
      this.show(loaded(this.state, application))
    } catch (error) {
      const failure = asApiError(error)
      if (claimInstead(this.link, failure, 'status') || (await receiptInstead(failure))) return
      if (this.state.application.kind !== 'ready') this.show({ ...this.state, application: failed(failure.code) })
    }
    if (this.isInFront) this.poll = setTimeout(() => void this.load(), nextPollMs(this.state))
  },

  show(state: StatusState) {
    this.state = state
    if (!this.isInFront) return
    this.setData(changedKeys(this.data, toView(state, frame())))
    void wx.setNavigationBarTitle({ title: texts().status.title })
  },
})
