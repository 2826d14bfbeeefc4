import type { CandidateTemplate } from '../../../shared/contracts/notifications.js'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { maxResumeFileBytes } from '../../config.js'
import { pickJsonFile } from '../../platform/message-file.js'
import { slot } from '../../platform/storage.js'
import { askForMessages } from '../../platform/subscribe.js'
import { plainPhone } from '../../resume/plain-text.js'
import { routes } from '../../routes.js'
import { ApiError, asApiError } from '../../services/api-error.js'
import { api, session } from '../../services/candidate.js'
import { changedKeys } from '../../services/changed.js'
import { frame } from '../../services/frame.js'
import { texts } from '../../services/language.js'
import type { Asked, Choices } from '../../services/subscription-choice.js'
import { failed, loading, ready } from '../../services/loadable.js'
import { randomKey } from '../../services/random-key.js'
import {
  acceptedOf,
  checked,
  cleared,
  edited,
  fileRead,
  formToSend,
  initialApply,
  resumed,
  toView,
  type ApplyState,
} from './apply-state.js'
import { experienceAdded, experienceEdited, experienceRemoved, type ExperienceField } from './experiences.js'
import { formKept, formToKeep, type KeptForm } from './kept-form.js'
import { readResumeFile } from './read-resume-file.js'
import { emptyForm, fieldAt, resumeOf, sectionOf, type ResumeField, type ResumeForm } from './resume-fields.js'
import { isSettledBy, submissionFor, type Submission } from './submission.js'

const keptSubmission = slot<Submission>('application')
const keptForm = slot<KeptForm>('application-form')
const askedHere: CandidateTemplate[] = ['invitation']

Page({
  data: toView(initialApply, frame(), emptyForm),
  state: initialApply,
  isGone: false,
  start: emptyForm,
  positionId: '',

  onLoad(query: Record<string, string | undefined>) {
    this.positionId = query['position'] ?? ''
    this.goOn(formKept(keptForm.read(), Date.now()))
    void this.load()
  },

  onShow() {
    void wx.setNavigationBarTitle({ title: texts().apply.title })
  },

  onUnload() {
    this.isGone = true
  },

  onLanguage() {
    this.onShow()
    this.show(this.state)
  },

  onRetry() {
    this.show({ ...this.state, position: loading })
    void this.load()
  },

  onEdit(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const field = event.currentTarget.dataset['field'] as Exclude<ResumeField, 'experiences'>
    this.show(edited(this.state, field, event.detail.value))
  },

  onExperience(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { id, field } = event.currentTarget.dataset as { id: number; field: ExperienceField }
    this.show(experienceEdited(this.state, id, { [field]: event.detail.value }))
  },

  onAddExperience() {
    this.start = this.state.form
    this.show(experienceAdded(this.state))
  },

  onRemoveExperience(event: WechatMiniprogram.TouchEvent) {
    this.start = this.state.form
    this.show(experienceRemoved(this.state, Number(event.currentTarget.dataset['id'])))
  },

  onClear() {
    this.startWith(this.state.form)
    this.show(cleared(this.state))
    this.startWith(emptyForm)
  },

  /** WeChat's number takes the place of what was typed: it is the one that was proved. */
  onWechatNumber({ detail }: WechatMiniprogram.CustomEvent<{ value?: string }>) {
    if (!detail.value || detail.value === plainPhone(this.state.form.phone)) return
    this.startWith(this.state.form)
    this.show(edited(this.state, 'phone', detail.value))
    this.startWith(this.state.form)
  },

  onIdNumber(event: WechatMiniprogram.CustomEvent<{ value: boolean }>) {
    this.show({ ...this.state, sendsIdNumber: event.detail.value, failure: '' })
  },

  onNotice() {
    this.show({ ...this.state, isNoticeOpen: !this.state.isNoticeOpen })
  },

  onDegree(event: WechatMiniprogram.TouchEvent) {
    this.show(edited(this.state, 'degree', String(event.currentTarget.dataset['value'])))
  },

  onMonth(event: WechatMiniprogram.PickerChange) {
    this.show(edited(this.state, 'graduatedIn', String(event.detail.value)))
  },

  async onAttach() {
    const file = await pickJsonFile(maxResumeFileBytes)
    if (file.kind === 'cancelled') return
    if (file.kind !== 'picked') {
      this.show({ ...this.state, file: { kind: 'refused', why: file.kind } })
      return
    }

    this.startWith(this.state.form)
    this.show(fileRead(this.state, file.name, readResumeFile(file.bytes)))
    this.startWith(this.state.form)
  },

  goOn(form: ResumeForm | undefined) {
    if (!form) return
    this.start = form
    this.show(resumed(this.state, form))
  },

  /** Gives the inputs their values. First what was typed, so that a value read from a file is a change even where it was cleared. */
  startWith(form: ResumeForm) {
    this.start = form
    this.show(this.state)
  },

  /** Up to the question for messages nothing may be awaited: WeChat asks it only inside the tap. */
  onSubmit() {
    const state = checked(this.state)
    this.show(state)
    if (state.faults.length > 0) return this.showFirstFault()

    const asking = askForMessages(session.current(), askedHere)
    this.show({ ...state, isSubmitting: true })
    void this.submit(state, asking)
  },

  async submit(state: ApplyState, asking: Promise<Asked>) {
    await this.recordChoices((await asking).choices)
    const submission = submissionFor(this.positionId, keptSubmission.read(), randomKey)
    keptSubmission.write(submission)
    try {
      const resume = resumeOf(formToSend(state))
      const notice = acceptedOf(state)
      const body = { positionId: this.positionId, submissionKey: submission.key, resume, notice }
      const application: ApplicationForCandidate = await api.call('POST /api/candidate/applications', { body })
      keptSubmission.write(undefined)
      keptForm.write(undefined)
      void wx.redirectTo({ url: routes.status(application.id) })
    } catch (error) {
      const refused = asApiError(error)
      if (refused.code === 'notice-outdated') await this.load({ isNoticeOpen: true })
      this.tellFailure(refused)
    }
  },

  /** Before the application: its invitation may go out within a second. A lost record only costs the notice, never the application. */
  async recordChoices(choices: Choices) {
    if (choices.length === 0) return
    await api.call('POST /api/candidate/subscriptions', { body: { choices } }).catch(() => undefined)
  },

  tellFailure(error: ApiError) {
    if (isSettledBy(error)) keptSubmission.write(undefined)
    const faults = (error.details['faults'] ?? []) as { at: string }[]
    const fields = faults.map(({ at }) => fieldAt(at)).filter((field) => field !== undefined)
    this.show({ ...this.state, isSubmitting: false, faults: [...new Set(fields)], failure: error.code })
    this.showFirstFault()
  },

  showFirstFault() {
    const [first] = this.state.faults
    if (first) void wx.pageScrollTo({ selector: `#${sectionOf(first)}`, offsetTop: -8, duration: 200 })
  },

  async load(changes: Partial<ApplyState> = {}) {
    try {
      const [{ positions }, notice] = await Promise.all([
        api.call('GET /api/candidate/positions'),
        api.call('GET /api/candidate/notice'),
      ])
      const position = positions.find(({ id, open }) => id === this.positionId && open)
      this.show({ ...this.state, ...changes, notice, position: position ? ready(position) : failed('position-closed') })
    } catch (error) {
      this.show({ ...this.state, position: failed(asApiError(error).code) })
    }
  },

  show(state: ApplyState) {
    if (state.form !== this.state.form) keptForm.write(formToKeep(state.form, Date.now()))
    this.state = state
    if (this.isGone) return
    this.setData(changedKeys(this.data, toView(state, frame(), this.start)))
  },
})
