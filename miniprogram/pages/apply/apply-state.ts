import type { AcceptedNotice, PrivacyNotice } from '../../../shared/contracts/consent.js'
import type { PositionForCandidate } from '../../../shared/contracts/positions.js'
import { failureView, type FailureView } from '../../i18n/failure-text.js'
import type { Texts } from '../../i18n/texts.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'
import { noticeView, type NoticeView } from '../../services/notice-view.js'
import { plainEmail, plainPhone } from '../../resume/plain-text.js'
import { experienceEntries, experienceViews, type ExperienceEntry, type ExperienceView } from './experiences.js'
import { degrees, emptyForm, faultsOf, mostExperiences, type ResumeField, type ResumeForm } from './resume-fields.js'
import type { ReadResume } from './read-resume-file.js'

export interface ApplyState {
  position: Loadable<PositionForCandidate>
  form: ResumeForm
  file: FileState
  /** Fields that were found wrong; a fault disappears as soon as its field is edited. */
  faults: ResumeField[]
  /** As it is in force; there as soon as the position is. */
  notice: PrivacyNotice | undefined
  isNoticeOpen: boolean
  /** Chosen by a switch of its own: until then the identity number stays on the phone. */
  sendsIdNumber: boolean
  failure: string
  isSubmitting: boolean
  /** The form was begun before, and the phone had kept it. */
  isResumed: boolean
}

type FileState =
  | { kind: 'none' }
  | { kind: 'read'; name: string; unknown: string[] }
  | { kind: 'refused'; why: keyof Texts['apply']['fileFaults'] }

export const initialApply: ApplyState = {
  position: { kind: 'loading' },
  form: emptyForm,
  file: { kind: 'none' },
  faults: [],
  notice: undefined,
  isNoticeOpen: false,
  sendsIdNumber: false,
  failure: '',
  isSubmitting: false,
  isResumed: false,
}

export function edited(state: ApplyState, field: Exclude<ResumeField, 'experiences'>, value: string): ApplyState {
  return {
    ...state,
    form: { ...state.form, [field]: value },
    faults: state.faults.filter((fault) => fault !== field),
    failure: '',
  }
}

export function fileRead(state: ApplyState, name: string, read: ReadResume): ApplyState {
  if (read.kind === 'refused') return { ...state, file: { kind: 'refused', why: read.why } }

  return {
    ...state,
    form: read.form,
    file: { kind: 'read', name, unknown: read.unknown },
    faults: faultsOf(formToSend({ ...state, form: read.form })),
    failure: '',
  }
}

export const resumed = (state: ApplyState, form: ResumeForm): ApplyState => ({
  ...state,
  form,
  isResumed: true,
})

export const cleared = ({ position, notice }: ApplyState): ApplyState => ({
  ...initialApply,
  position,
  notice,
})

export const checked = (state: ApplyState): ApplyState => ({
  ...state,
  faults: faultsOf(formToSend(state)),
  failure: '',
})

/** Without the identity number until it is agreed to. */
export const formToSend = ({ form, sendsIdNumber }: Pick<ApplyState, 'form' | 'sendsIdNumber'>): ResumeForm =>
  sendsIdNumber ? form : { ...form, idNumber: '' }

export const acceptedOf = ({ notice, sendsIdNumber }: ApplyState): AcceptedNotice => ({
  version: notice?.version ?? '',
  choices: idNumberPurpose(notice) ? [{ purpose: 'id-number', granted: sendsIdNumber }] : [],
})

const idNumberPurpose = (notice: PrivacyNotice | undefined) =>
  notice?.purposes.find(({ purpose }) => purpose === 'id-number')

function provableIn({ form }: ApplyState, { mayProveEmail }: Frame): ApplyView['provable'] {
  return { phone: plainPhone(form.phone), email: mayProveEmail ? plainEmail(form.email) : '' }
}

interface FieldView {
  label: string
  placeholder: string
  fault: string
}

type ShownField = Exclude<ResumeField, 'experiences'>

export interface ApplyView extends LoadingView {
  style: string
  text: Record<
    | 'duties'
    | 'requirements'
    | 'bring'
    | 'guide'
    | 'attach'
    | 'basics'
    | 'education'
    | 'experience'
    | 'retry'
    | 'resumed'
    | 'clear'
    | 'addExperience'
    | 'removeExperience'
    | 'organisation'
    | 'role'
    | 'from'
    | 'to'
    | 'description'
    | 'experienceFault',
    string
  >
  position: { title: string; where: string; facts: string; duties: string[]; requirements: string[]; bring: string[] }
  /** What the inputs start with; typing does not come back through here, else letters would get lost. */
  start: Record<Exclude<ShownField, 'degree'>, string>
  entries: ExperienceEntry[]
  experiences: ExperienceView[]
  mayAddExperience: boolean
  isResumed: boolean
  graduatedIn: string
  graduatedSpoken: string
  fields: Record<ShownField, FieldView>
  layout: 'horizontal' | 'vertical'
  /** What may be proved, as the server takes it. */
  provable: { phone: string; email: string }
  language: string
  degrees: { value: string; label: string; isChosen: boolean }[]
  notice: NoticeView
  idNumber: { isAsked: boolean; isGranted: boolean; title: string; text: string }
  fileNotes: string[]
  fileFault: string
  sendFailure: FailureView | null
  submit: { label: string; hint: string; isBusy: boolean }
}

const shownFields: readonly ShownField[] = [
  'name',
  'phone',
  'email',
  'idNumber',
  'degree',
  'school',
  'major',
  'graduatedIn',
  'yearsOfExperience',
  'certificates',
  'selfIntroduction',
]

export function toView(state: ApplyState, frame: Frame, start: ResumeForm): ApplyView {
  const { text, style } = frame
  const { experiences: startExperiences, degree: _degree, ...startTexts } = start

  return {
    ...loadingView(state.position, text),
    style,
    text: { ...fixedTexts(text), ...(frame.isWeCom && { attach: '' }) },
    position: positionView(state.position, frame),
    start: startTexts,
    entries: experienceEntries(state, startExperiences, text),
    experiences: experienceViews(state, text),
    mayAddExperience: state.form.experiences.length < mostExperiences,
    isResumed: state.isResumed,
    graduatedIn: state.form.graduatedIn,
    graduatedSpoken: `${text.apply.fields.graduatedIn} ${state.form.graduatedIn || text.apply.placeholders.graduatedIn}`,
    fields: fieldViews(state, text),
    layout: frame.isLarge ? 'vertical' : 'horizontal',
    provable: provableIn(state, frame),
    language: frame.language,
    degrees: degrees.map((value) => ({ value, label: text.degrees[value], isChosen: state.form.degree === value })),
    notice: noticeView(state.notice, { lead: text.apply.readBefore, isOpen: state.isNoticeOpen }, frame),
    idNumber: idNumberView(state, frame, start),
    fileNotes: fileNotes(state, text),
    fileFault: state.file.kind === 'refused' ? text.apply.fileFaults[state.file.why] : '',
    sendFailure: state.failure === '' ? null : failureView(state.failure, text),
    submit: submitView(state, frame),
  }
}

function fixedTexts({ apply, retry }: Texts): ApplyView['text'] {
  const { duties, requirements, bring, guide, attach, basics, education, experience, resumed: was, clear } = apply
  const {
    add: addExperience,
    remove: removeExperience,
    organisation,
    role,
    from,
    to,
    description,
  } = apply.oneExperience
  return {
    ...{ duties, requirements, bring, guide, attach, basics, education, experience, retry, resumed: was, clear },
    ...{ addExperience, removeExperience, organisation, role, from, to, description },
    experienceFault: apply.faults.experiences,
  }
}

/** Asked only where there is one: it comes with a file, and nobody has to have one. */
function idNumberView(
  { notice, sendsIdNumber }: ApplyState,
  { language }: Frame,
  { idNumber }: ResumeForm,
): ApplyView['idNumber'] {
  const purpose = idNumberPurpose(notice)
  if (!purpose || idNumber === '') return { isAsked: false, isGranted: false, title: '', text: '' }
  return { isAsked: true, isGranted: sendsIdNumber, title: purpose.title[language], text: purpose.text[language] }
}

function positionView(position: ApplyState['position'], { language, text }: Frame): ApplyView['position'] {
  if (position.kind !== 'ready') return { title: '', where: '', facts: '', duties: [], requirements: [], bring: [] }

  const { title, department, city, duties, requirements, bring, minutes, questionCount } = position.value
  return {
    title: title[language],
    where: `${department[language]} · ${city[language]}`,
    facts: text.interviewFacts(minutes, questionCount),
    duties: duties.map((line) => line[language]),
    requirements: requirements.map((line) => line[language]),
    bring: bring.map((line) => line[language]),
  }
}

function fieldViews({ faults }: ApplyState, text: Texts): ApplyView['fields'] {
  const { fields, placeholders, faults: faultTexts } = text.apply
  return Object.fromEntries(
    shownFields.map((field) => [
      field,
      {
        label: fields[field],
        placeholder: placeholders[field],
        fault: faults.includes(field) ? faultTexts[field] : '',
      },
    ]),
  ) as ApplyView['fields']
}

function fileNotes({ file, form }: ApplyState, text: Texts): string[] {
  if (file.kind !== 'read') return []

  const also = form.experiences.length > 0 ? [text.apply.alsoRead(text.apply.experiences(form.experiences.length))] : []
  const leftOut = file.unknown.length > 0 ? [text.apply.unknownFields(text.list(file.unknown))] : []
  const unsent = form.idNumber !== '' ? [text.apply.hasIdNumber] : []
  return [text.apply.read(file.name), ...also, ...unsent, ...leftOut]
}

function submitView({ faults, isSubmitting }: ApplyState, { text, isWeCom }: Frame): ApplyView['submit'] {
  const usual = isWeCom ? text.apply.messageHintInWeCom : text.apply.messageHint
  const hint = faults.length > 0 ? text.apply.faultsAbove(faults.length) : usual
  return { label: isSubmitting ? text.apply.submitting : text.apply.submit, hint, isBusy: isSubmitting }
}
