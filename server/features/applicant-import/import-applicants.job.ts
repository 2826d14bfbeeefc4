/** Takes in the rows of an import, some under each claim. A row that was done when a process died is found as it is: nothing is there twice. */
import type { RowOutcome } from '../../../shared/contracts/applicant-imports.js'
import { AppError } from '../../errors.js'
import { workThrough } from '../../jobs/work-through.js'
import { applyToPosition, type ApplyDeps, type CandidateStore } from '../talent/index.js'
import type { ApplicantImport } from './applicant-import.js'
import type { ApplicantImportStore, ClaimedImport, DoneLine, WaitingLine } from './applicant-import-store.js'

export interface ImportJobDeps extends ApplyDeps {
  candidates: ApplyDeps['candidates'] & Pick<CandidateStore, 'findById'>
  applicantImports: Pick<ApplicantImportStore, 'claimRunning' | 'waitingLines' | 'settleLine' | 'release' | 'end'>
}

/** Far less than a lease lasts. */
const underOneClaim = 100
const atOnce = 10

export const workOffImports = (deps: ImportJobDeps): Promise<void> =>
  workThrough({
    claim: () => deps.applicantImports.claimRunning(deps.clock.now()),
    work: (claimed) => takeIn(deps, claimed),
    giveUp: (claimed) => deps.applicantImports.end(claimed, 'given-up', deps.clock.now()),
  })

async function takeIn(deps: ImportJobDeps, claimed: ClaimedImport): Promise<void> {
  const lines = await deps.applicantImports.waitingLines(claimed, underOneClaim)
  if (lines.length === 0) return deps.applicantImports.end(claimed, 'done', deps.clock.now())
  for (let at = 0; at < lines.length; at += atOnce)
    await Promise.all(lines.slice(at, at + atOnce).map((line) => takeInLine(deps, claimed, line)))
  await deps.applicantImports.release(claimed)
}

async function takeInLine(deps: ImportJobDeps, of: ApplicantImport, { line, resume }: WaitingLine): Promise<void> {
  const { orgId, positionId } = of
  await deps.applicantImports.settleLine(of, {
    line,
    ...(await outcomeOf(deps, { orgId, positionId, resume, at: of.at })),
  })
}

type Asked = { orgId: string; positionId: string; resume: WaitingLine['resume']; at: Date }

async function outcomeOf(
  deps: ImportJobDeps,
  { orgId, positionId, resume, at }: Asked,
): Promise<Omit<DoneLine, 'line'>> {
  try {
    const input = { orgId, positionId, resume, language: 'zh', source: 'import' } as const
    const { candidateId, appliedAt } = await applyToPosition(deps, input)
    const candidate = await deps.candidates.findById(orgId, candidateId)
    // A row that was done before its process died is as new as this import.
    const outcome = appliedAt < at ? 'same' : 'new'
    return { outcome, candidateId, ...(candidate && { shortCode: candidate.shortCode }) }
  } catch (error) {
    const outcome = error instanceof AppError ? outcomes[error.code] : undefined
    if (!outcome) throw error
    return { outcome }
  }
}

const outcomes: Partial<Record<string, RowOutcome>> = {
  'different-submission': 'kept',
  'applicant-known-otherwise': 'other-name',
  'position-closed': 'closed',
}

const longestReadMs = 600_000

/** Whoever sent the file never came to the end of it: what was kept of it goes. */
export async function endUnreadImports({ applicantImports, clock }: EndDeps): Promise<void> {
  const now = clock.now()
  for (;;) {
    const unread = await applicantImports.findUnread(new Date(now.getTime() - longestReadMs))
    if (!unread) return
    await applicantImports.end(unread, 'given-up', now)
  }
}

export interface EndDeps extends Pick<ApplyDeps, 'clock'> {
  applicantImports: Pick<ApplicantImportStore, 'findUnread' | 'end'>
}
