import type { MessagesFile } from '../../../shared/contracts/message-texts.js'
import type { OrganisationFile } from '../../../shared/contracts/organisation.js'
import type { PositionFile } from '../../../shared/contracts/positions.js'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { contentHash } from '../../data-files/content-hash.js'
import { byPlace, type FileProblem } from '../../data-files/file-problem.js'
import { problemsAt, type AnyDataFile, type DataFile, type ReadFile } from '../../data-files/read-data-file.js'
import type { FileVersion } from '../../data-files/versioned-file-store.js'
import { conflict } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import { installation } from '../accounts/index.js'
import { checkEach, checkTogether, isOrganisation, readBatch, type Stored } from './import-batch.js'
import { texts } from './texts/index.js'

interface Versions<Content> {
  current(orgId: string, fileId: string): Promise<FileVersion<Content> | undefined>
  allCurrent(orgId: string): Promise<FileVersion<Content>[]>
  labelled(orgId: string, label: string): Promise<FileVersion<Content> | undefined>
  insert(version: FileVersion<Content>): Promise<boolean>
  history(orgId: string, fileId: string): Promise<Omit<FileVersion<Content>, 'content' | 'text'>[]>
  atRevision(orgId: string, fileId: string, revision: number): Promise<FileVersion<Content> | undefined>
}

export interface ImportDeps {
  organisations: { versions: Versions<OrganisationFile> }
  positions: { versions: Versions<PositionFile> }
  banks: { versions: Versions<QuestionBankFile> }
  messageTexts: { versions: Versions<MessagesFile> }
  clock: Clock
}

interface ImportFiles {
  files: readonly DataFile[]
  /** Whose data it is. Needed only when there are several organisations. */
  orgId?: string
  /** Says what would happen and writes nothing. */
  checkOnly?: boolean
  /** Leaves alone what is there in any version: for the data that comes with the product. */
  onlyMissing?: boolean
  /** Id of the member who saves; absent for a command. */
  savedBy?: string
  /** The revision it was edited from; anything else in force is a conflict. */
  over?: number
  /** What will be written to which organisation; throws when it may not be, and then nothing is. */
  beforeWriting?: (orgId: string, changes: readonly Change[]) => Promise<void>
  /** False: the text was made from a form and is not worth keeping. */
  keepsText?: boolean
}

export interface Change {
  path: string
  kind: AnyDataFile['kind']
  id: string
  label: string
  change: 'new' | 'changed' | 'unchanged'
}

export type ImportOutcome =
  { kind: 'imported' | 'checked'; changes: Change[] } | { kind: 'refused'; problems: FileProblem[] }

/** One file on its way into the store. */
interface Step {
  file: ReadFile
  version: FileVersion<AnyDataFile>
  change: Change['change']
}

/**
 * Imports data files: all of them or, when one has a fault, none, with every fault of every file. The same file again
 * changes nothing. A crash in the middle leaves whole files, organisation and bank before the positions that need them,
 * and the same import again finishes it.
 */
export async function importFiles(
  deps: ImportDeps,
  { files, orgId, checkOnly, onlyMissing, savedBy, over, beforeWriting, keepsText = true }: ImportFiles,
): Promise<ImportOutcome> {
  const { read, problems } = readBatch(files)
  const owner = await chooseOrganisation(deps, read, orgId)
  if (owner.kind === 'unknown') return refused([...problems, ...checkEach(read), ...owner.problems])

  const wanted = onlyMissing ? await missing(deps, read, owner.id) : read
  const together = problems.length > 0 ? [] : checkTogether(wanted, await stored(deps, owner.id))
  const textOf = (path: string) => (keepsText ? files.find((file) => file.path === path)?.text : undefined)
  const steps = await Promise.all(
    wanted.map((file) => nextStep(deps, file, { orgId: owner.id, savedBy, over, text: textOf(file.path) })),
  )
  const faults = [...problems, ...checkEach(wanted), ...together, ...(await reusedVersions(deps, steps))]
  if (faults.length > 0) return refused(faults)

  if (!checkOnly) {
    await beforeWriting?.(
      owner.id,
      steps.map(toChange).filter(({ change }) => change !== 'unchanged'),
    )
    await write(deps, steps, onlyMissing ?? false)
  }
  return { kind: checkOnly ? 'checked' : 'imported', changes: steps.map(toChange) }
}

const refused = (problems: FileProblem[]): ImportOutcome => ({ kind: 'refused', problems: problems.sort(byPlace) })

async function chooseOrganisation({ organisations }: ImportDeps, read: readonly ReadFile[], named?: string) {
  const inForce = await organisations.versions.allCurrent(installation)
  const known = [
    ...new Set([
      ...inForce.map(({ fileId }) => fileId),
      ...read.filter(isOrganisation).map(({ content }) => content.id),
    ]),
  ]
  const id = named ?? (known.length === 1 ? known[0] : undefined)
  if (id !== undefined && known.includes(id)) return { kind: 'known', id } as const

  const needs = read.find((file) => !isOrganisation(file))
  if (!needs) return { kind: 'known', id: installation } as const
  return { kind: 'unknown', problems: problemsAt(needs, [whichOrganisation(known)]) } as const
}

function whichOrganisation(known: readonly string[]) {
  const { message, importOne, nameOne } = texts.whichOrganisation
  return { at: [], message, fix: known.length === 0 ? importOne : nameOne(known) }
}

async function stored({ positions, banks }: ImportDeps, orgId: string): Promise<Stored> {
  const [positionsInForce, banksInForce] = await Promise.all([
    positions.versions.allCurrent(orgId),
    banks.versions.allCurrent(orgId),
  ])
  return {
    positions: positionsInForce.map(({ content }) => content),
    banks: banksInForce.map(({ content }) => content),
  }
}

async function missing(deps: ImportDeps, read: readonly ReadFile[], orgId: string): Promise<ReadFile[]> {
  const present = await Promise.all(
    read.map(({ content }) => versionsOf(deps, content.kind).current(scopeOf(content.kind, orgId), content.id)),
  )
  return read.filter((_file, index) => present[index] === undefined)
}

interface Saved {
  orgId: string
  savedBy: string | undefined
  over: number | undefined
  text: string | undefined
}

async function nextStep(deps: ImportDeps, file: ReadFile, { orgId, savedBy, over, text }: Saved): Promise<Step> {
  const { content } = file
  const scope = scopeOf(content.kind, orgId)
  const hash = contentHash(content)
  const before = await versionsOf(deps, content.kind).current(scope, content.id)
  if (over !== undefined && over !== (before?.revision ?? 0))
    throw conflict('changed-meanwhile', { revision: before?.revision ?? 0 })
  if (before?.hash === hash) return { file, version: before, change: 'unchanged' }

  const revision = (before?.revision ?? 0) + 1
  const label = content.kind === 'question-bank' ? content.version : `${content.id}-r${revision}`
  const version = {
    orgId: scope,
    fileId: content.id,
    revision,
    label,
    hash,
    content,
    importedAt: deps.clock.now(),
    ...(savedBy !== undefined && { savedBy }),
    ...(text !== undefined && { text }),
  }
  return { file, version, change: before ? 'changed' : 'new' }
}

/** Reports name the version of their rubric, so one name must never stand for two contents. */
async function reusedVersions(deps: ImportDeps, steps: readonly Step[]): Promise<FileProblem[]> {
  const banks = steps.filter(({ file, change }) => file.content.kind === 'question-bank' && change !== 'unchanged')
  const found = await Promise.all(
    banks.map(async ({ file, version }) => {
      const taken = await deps.banks.versions.labelled(version.orgId, version.label)
      return taken ? problemsAt(file, [versionUsed(version.label)]) : []
    }),
  )
  return found.flat()
}

const versionUsed = (label: string) => ({
  at: ['version'],
  message: texts.versionUsed.message(label),
  fix: texts.versionUsed.fix,
})

const order: Record<AnyDataFile['kind'], number> = { organisation: 0, messages: 1, 'question-bank': 2, position: 3 }

/** Two processes that start for the first time load the same data: whoever is second has nothing left to do. */
async function write(deps: ImportDeps, steps: readonly Step[], mayBeThere: boolean): Promise<void> {
  const inOrder = [...steps].sort((a, b) => order[a.file.content.kind] - order[b.file.content.kind])
  for (const { file, version, change } of inOrder) {
    if (change === 'unchanged') continue
    const inserted = await versionsOf(deps, file.content.kind).insert(version)
    if (!inserted && !mayBeThere) throw conflict('changed-meanwhile', { file: file.path })
  }
}

export function versionsOf(deps: ImportDeps, kind: AnyDataFile['kind']): Versions<AnyDataFile> {
  switch (kind) {
    case 'organisation':
      return deps.organisations.versions
    case 'question-bank':
      return deps.banks.versions
    case 'position':
      return deps.positions.versions
    case 'messages':
      return deps.messageTexts.versions
  }
}

/** Whose versions they are. */
export const scopeOf = (kind: AnyDataFile['kind'], orgId: string) => (kind === 'organisation' ? installation : orgId)

function toChange({ file, version, change }: Step): Change {
  return { path: file.path, kind: file.content.kind, id: file.content.id, label: version.label, change }
}
