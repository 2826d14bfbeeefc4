/** What was written down of a candidate's own spoken answers, word by word as it was heard, and whether they may still correct it. */
import type { TranscriptsForCandidate } from '../../../shared/contracts/corrections.js'
import { placedIn } from '../../../shared/spoken-words/index.js'
import type { Clock } from '../../ports/clock.js'
import { isGranted, type ConsentStore } from '../consent/index.js'
import { screeningStage, type DecisionStore } from '../flow/index.js'
import {
  correctableUntil,
  mostCharactersFor,
  needsListeners,
  viewInterview,
  writtenDownIn,
  type Interview,
  type InterviewQuestion,
  type InterviewStore,
  type WhichInterview,
} from '../interviews/index.js'
import { takeThatCounts, type RecordingStore } from '../recordings/index.js'

export interface TranscriptDeps {
  interviews: Pick<InterviewStore, 'find'>
  recordings: Pick<RecordingStore, 'listOf' | 'transcriptOf'>
  decisions: Pick<DecisionStore, 'listOf'>
  consents: Pick<ConsentStore, 'currentOf'>
  clock: Clock
}

type Shown = TranscriptsForCandidate['answers'][number]

export async function viewTranscripts(deps: TranscriptDeps, which: WhichInterview): Promise<TranscriptsForCandidate> {
  const interview = await viewInterview(deps, which)
  const { orgId, id, positionTitle, invitationId } = interview
  const [state, recordings, consent] = await Promise.all([
    correctionState(deps, interview),
    deps.recordings.listOf(orgId, id),
    deps.consents.currentOf(orgId, invitationId),
  ])
  const until = correctableUntil(interview)
  const answers = writtenDownIn(interview).map(async (question) => {
    const recording = takeThatCounts(question, recordings)
    return presented(question, recording && (await deps.recordings.transcriptOf(recording))?.words)
  })
  return {
    interviewId: id,
    positionTitle,
    state,
    ...(until && { until: until.toISOString() }),
    isScored: isGranted(consent, 'ai-scoring') && !needsListeners(interview),
    answers: await Promise.all(answers),
  }
}

/** A person who decided, or a rule that did, had what was there: it is not changed behind them. */
export async function correctionState(
  { decisions, clock }: Pick<TranscriptDeps, 'decisions' | 'clock'>,
  interview: Interview,
): Promise<TranscriptsForCandidate['state']> {
  const all = await decisions.listOf(interview.orgId, interview.applicationId)
  if (all.some(({ stage, status }) => stage !== screeningStage && status === 'decided')) return 'decided'
  const until = correctableUntil(interview)
  if (until && clock.now() > until) return 'over'
  return interview.status === 'scored' ? 'open' : 'early'
}

function presented(
  { number, stem, followUp, answer }: InterviewQuestion,
  words: Parameters<typeof placedIn>[1] = [],
): Shown {
  const { text = '', correction } = answer ?? {}
  return {
    number,
    ...(followUp && { followUpTo: followUp.of }),
    stem,
    parts: partsOf(text, words),
    maxCharacters: mostCharactersFor(text),
    ...(correction && { correction: { text: correction.text, at: correction.at.toISOString() } }),
  }
}

/** Cut before and behind each word that may be misheard. */
function partsOf(text: string, words: Parameters<typeof placedIn>[1]): Shown['parts'] {
  let from = 0
  const unsure = placedIn(text, words).filter(({ isUnsure }) => isUnsure)
  const parts = unsure.flatMap(({ start, end }) => {
    const before = { text: text.slice(from, start), isUnsure: false }
    from = end
    return [before, { text: text.slice(start, end), isUnsure: true }]
  })
  return [...parts, { text: text.slice(from), isUnsure: false }].filter((part) => part.text !== '')
}
