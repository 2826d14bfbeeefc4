import { contentHash } from '../../data-files/content-hash.js'
import { kindOf, type StoredKind } from '../../data-files/file-kind.js'
import { byPlace, type FileProblem } from '../../data-files/file-problem.js'
import { problemsAt, type AnyDataFile, type DataFile, type ReadFile } from '../../data-files/read-data-file.js'
import type { FileVersion } from '../../data-files/versioned-file-store.js'
import { conflict } from '../../errors.js'
import type { Clock } from '../../ports/clock.js'
import { installation } from '../accounts/index.js'
import { checkEach, checkTogether, readBatch } from './import-batch.js'
import { texts } from './texts/index.js'

export interface ImportDeps {
  fileKinds: readonly StoredKind[]
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
  { files, orgId, checkOnly, onlyMissing, savedBy, over, beforeWriting }: ImportFiles,
): Promise<ImportOutcome> {
  const { read, problems } = readBatch(files)
  const owner = await chooseOrganisation(deps, read, orgId)
  if (owner.kind === 'unknown') return refused([...problems, ...checkEach(deps.fileKinds, read), ...owner.problems])

  const wanted = onlyMissing ? await missing(deps, read, owner.id) : read
  const together =
    problems.length > 0 ? [] : checkTogether(deps.fileKinds, { read: wanted, stored: await inForce(deps, owner.id) })
  const textOf = (path: string) => files.find((file) => file.path === path)?.text
  const steps = await Promise.all(
    wanted.map((file) => nextStep(deps, file, { orgId: owner.id, savedBy, over, text: textOf(file.path) })),
  )
  const faults = [
    ...problems,
    ...checkEach(deps.fileKinds, wanted),
    ...together,
    ...(await reusedVersions(deps, steps)),
  ]
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

/** Files that belong to the installation are organisations; all else belongs to one of them. */
async function chooseOrganisation({ fileKinds }: ImportDeps, read: readonly ReadFile[], named?: string) {
  const isOrganisation = ({ content: { kind } }: ReadFile) => kindOf(fileKinds, kind).owner === 'installation'
  const kept = await Promise.all(
    fileKinds.filter(({ owner }) => owner === 'installation').map(({ versions }) => versions.allCurrent(installation)),
  )
  const known = [
    ...new Set([
      ...kept.flat().map(({ fileId }) => fileId),
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

async function inForce({ fileKinds }: ImportDeps, orgId: string): Promise<AnyDataFile[]> {
  const found = await Promise.all(fileKinds.map((kind) => kind.versions.allCurrent(scopeOf(kind, orgId))))
  return found.flat().map(({ content }) => content)
}

async function missing({ fileKinds }: ImportDeps, read: readonly ReadFile[], orgId: string): Promise<ReadFile[]> {
  const present = await Promise.all(
    read.map(({ content }) => {
      const kind = kindOf(fileKinds, content.kind)
      return kind.versions.current(scopeOf(kind, orgId), content.id)
    }),
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
  const kind = kindOf(deps.fileKinds, content.kind)
  const scope = scopeOf(kind, orgId)
  const hash = contentHash(content)
  const before = await kind.versions.current(scope, content.id)
  if (over !== undefined && over !== (before?.revision ?? 0))
    throw conflict('changed-meanwhile', { revision: before?.revision ?? 0 })
  if (before?.hash === hash) return { file, version: before, change: 'unchanged' }

  const revision = (before?.revision ?? 0) + 1
  const label = kind.writtenVersion?.(content) ?? `${content.id}-r${revision}`
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
async function reusedVersions({ fileKinds }: ImportDeps, steps: readonly Step[]): Promise<FileProblem[]> {
  const found = await Promise.all(
    steps.map(async ({ file, version, change }) => {
      const { writtenVersion, versions } = kindOf(fileKinds, file.content.kind)
      const named = writtenVersion !== undefined && change !== 'unchanged'
      const taken = named && (await versions.labelled(version.orgId, version.label))
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

/** Two processes that start for the first time load the same data: whoever is second has nothing left to do. */
async function write({ fileKinds }: ImportDeps, steps: readonly Step[], mayBeThere: boolean): Promise<void> {
  const withKind = steps.map((step) => ({ ...step, kind: kindOf(fileKinds, step.file.content.kind) }))
  for (const { file, version, change, kind } of withKind.sort((a, b) => a.kind.order - b.kind.order)) {
    if (change === 'unchanged') continue
    const inserted = await kind.versions.insert(version)
    if (!inserted && !mayBeThere) throw conflict('changed-meanwhile', { file: file.path })
  }
}

/** Whose versions they are. */
export const scopeOf = ({ owner }: Pick<StoredKind, 'owner'>, orgId: string) =>
  owner === 'installation' ? installation : orgId

function toChange({ file, version, change }: Step): Change {
  return { path: file.path, kind: file.content.kind, id: file.content.id, label: version.label, change }
}
