import type { PositionForCandidate } from '../../../shared/contracts/positions.js'
import type { ApplicationForCandidate } from '../../../shared/contracts/talent.js'
import { nextLanguageName } from '../../i18n/texts.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'
import { currentStepText } from '../status/steps-text.js'

export interface PositionsContent {
  positions: PositionForCandidate[]
  applications: ApplicationForCandidate[]
}

export type PositionsState = Loadable<PositionsContent>

interface PositionCard {
  id: string
  title: string
  where: string
  facts: string
  summary: string
  isOpen: boolean
  preparing: string
  /** Mine for this position, if any: then the card leads there. */
  applicationId: string
  applied: string
}

interface ApplicationCard {
  id: string
  title: string
  now: string
  appliedAt: string
}

export interface PositionsView extends LoadingView {
  style: string
  text: {
    language: string
    greeting: string
    guide: string
    mine: string
    open: string
    empty: string
    emptyGuide: string
    retry: string
  }
  applications: ApplicationCard[]
  positions: PositionCard[]
}

export function toView(state: PositionsState, frame: Frame): PositionsView {
  const { text, organisation, style } = frame
  const content = state.kind === 'ready' ? state.value : { positions: [], applications: [] }

  return {
    ...loadingView(state, text),
    style,
    text: {
      language: nextLanguageName(frame.language),
      greeting: text.positions.greeting(organisation),
      guide: text.positions.guide,
      mine: text.positions.mine,
      open: text.positions.open,
      empty: text.positions.empty,
      emptyGuide: text.positions.emptyGuide,
      retry: text.retry,
    },
    applications: newestFirst(content.applications).map((application) => applicationCard(application, frame)),
    positions: openFirst(content.positions).map((position) => positionCard(position, content.applications, frame)),
  }
}

const newestFirst = (applications: ApplicationForCandidate[]) =>
  [...applications].sort((a, b) => Date.parse(b.appliedAt) - Date.parse(a.appliedAt))

const openFirst = (positions: PositionForCandidate[]) => [...positions].sort((a, b) => Number(b.open) - Number(a.open))

const applicationCard = (application: ApplicationForCandidate, frame: Frame): ApplicationCard => ({
  id: application.id,
  title: application.positionTitle[frame.language],
  now: currentStepText(application, frame.text),
  appliedAt: frame.text.positions.appliedAt(frame.dates.relative(application.appliedAt, frame.nowMs)),
})

function positionCard(
  position: PositionForCandidate,
  applications: ApplicationForCandidate[],
  { language, text }: Frame,
): PositionCard {
  const mine = applications.find(({ positionId }) => positionId === position.id)
  return {
    id: position.id,
    title: position.title[language],
    where: `${position.department[language]} · ${position.city[language]}`,
    facts: position.open ? text.interviewFacts(position.minutes, position.questionCount) : '',
    summary: position.summary[language],
    isOpen: position.open,
    preparing: text.positions.preparing,
    applicationId: mine?.id ?? '',
    applied: mine ? text.positions.applied : '',
  }
}
