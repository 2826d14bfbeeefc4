import type { FeedbackForCandidate } from '../../../shared/contracts/reports.js'
import type { Texts } from '../../i18n/texts.js'
import type { Frame } from '../../services/frame.js'
import type { Loadable } from '../../services/loadable.js'
import { loadingView, type LoadingView } from '../../services/loading-view.js'

export type FeedbackState = Loadable<FeedbackForCandidate>

type ReadyFeedback = Extract<FeedbackForCandidate, { kind: 'ready' }>
type WaitingFeedback = Exclude<FeedbackForCandidate, ReadyFeedback>

interface ReadyView {
  when: string
  title: string
  bars: { id: string; name: string; band: string; percent: number; spoken: string }[]
  strengths: { quote: string; text: string }[]
  nextSteps: string[]
  madeBy: string
  versions: string
}

export interface FeedbackView extends LoadingView {
  style: string
  text: { retry: string; strengths: string; nextSteps: string }
  kind: FeedbackForCandidate['kind'] | 'none'
  ready: ReadyView
  waiting: { title: string; text: string; dueBy: string }
}

const noReady: ReadyView = { when: '', title: '', bars: [], strengths: [], nextSteps: [], madeBy: '', versions: '' }

export function toView(state: FeedbackState, frame: Frame): FeedbackView {
  const { text, style } = frame
  const feedback = state.kind === 'ready' ? state.value : undefined

  return {
    ...loadingView(state, text),
    style,
    text: {
      retry: text.retry,
      strengths: text.feedback.strengths,
      nextSteps: text.feedback.nextSteps,
    },
    kind: feedback?.kind ?? 'none',
    ready: feedback?.kind === 'ready' ? readyView(feedback, frame) : noReady,
    waiting: feedback && feedback.kind !== 'ready' ? waitingView(feedback, frame) : { title: '', text: '', dueBy: '' },
  }
}

function readyView(feedback: ReadyFeedback, { text, language, dates }: Frame): ReadyView {
  const { competencies, strengths, nextSteps, strongest, reviewBy, madeBy } = feedback
  return {
    when: `${feedback.positionTitle[language]} · ${dates.day(feedback.interviewedAt)}`,
    title: strongest ? text.feedback.strongest(strongest[language]) : text.feedback.noStrongest,
    bars: competencies.map(({ id, name, band, fill, score }) => {
      const label = score === undefined ? band[language] : score.toFixed(1)
      return {
        id,
        name: name[language],
        band: label,
        percent: percentOf(fill),
        spoken: `${name[language]}${text.colon}${label}`,
      }
    }),
    strengths: strengths.map((strength) => ({
      quote: strength.quote ? text.feedback.quote(strength.quote) : '',
      text: strength.text[language],
    })),
    nextSteps: nextSteps.map((step) => step[language]),
    madeBy: [text.feedback.madeBy, ...(reviewBy ? [text.feedback.reviewBy(dates.dayAndTime(reviewBy))] : [])].join(
      text.sentenceGap,
    ),
    versions: text.feedback.versions(madeBy.scorer, madeBy.rubric),
  }
}

const percentOf = (fill: number) => Math.round(Math.min(1, Math.max(0, fill)) * 100)

function waitingView(feedback: WaitingFeedback, { text, dates }: Frame): FeedbackView['waiting'] {
  const [title, body] = waitingTexts(feedback.kind, text)
  return { title, text: body, dueBy: feedback.dueBy ? text.feedback.dueBy(dates.dayAndTime(feedback.dueBy)) : '' }
}

function waitingTexts(kind: WaitingFeedback['kind'], { feedback }: Texts): [string, string] {
  switch (kind) {
    case 'preparing':
      return [feedback.preparingTitle, feedback.preparingText]
    case 'awaiting-human':
      return [feedback.humanTitle, feedback.humanText]
    case 'withheld':
      return [feedback.withheldTitle, feedback.withheldText]
  }
}
