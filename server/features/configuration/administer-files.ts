/**
 * Administration without code (E18): the same rules as `npm run import`, for one file at a time, with what would change shown first.
 * A file is saved only over the version it was opened on.
 */
import type {
  DataFileCheck,
  DataFileForAdmin,
  DataFileKind,
  DataFileRow,
  SaveDataFile,
} from '../../../shared/contracts/data-files.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import { differencesOf } from '../../data-files/differences.js'
import { kindOf, type StoredKind } from '../../data-files/file-kind.js'
import type { FileProblem } from '../../data-files/file-problem.js'
import { writtenByForm, writtenInto } from '../../data-files/keep-notes.js'
import { readDataFile, type AnyDataFile, type DataFile } from '../../data-files/read-data-file.js'
import { readApart } from '../../data-files/thread/read-apart.js'
import { mostTextBytes, type FileVersion } from '../../data-files/versioned-file-store.js'
import { notFound } from '../../errors.js'
import { importFiles, scopeOf, type ImportDeps } from './import-files.js'
import { texts } from './texts/index.js'

export interface AdministerDeps extends ImportDeps {
  /** Name of a member who saved; undefined for whoever is not one. */
  nameOfMember: (orgId: string, memberId: string) => Promise<string | undefined>
  /** What was saved counts at once in this process; others look within seconds. */
  forgetFiles: () => void
}

export interface WhichFile {
  orgId: string
  kind: DataFileKind
  fileId: string
}

type Version = FileVersion<AnyDataFile>

export async function listFiles(
  deps: AdministerDeps,
  orgId: string,
  which: (kind: DataFileKind, fileId: string) => boolean,
): Promise<DataFileRow[]> {
  const kinds = [...deps.fileKinds].sort((one, other) => other.order - one.order)
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const inForce = await kind.versions.allCurrent(scopeOf(kind, orgId))
      return inForce.filter(({ fileId }) => isOwn(kind, { orgId, fileId }) && which(kind.kind, fileId))
    }),
  )
  return Promise.all(
    found.flat().map(async (version) => ({
      kind: version.content.kind,
      fileId: version.fileId,
      title: kindOf(kinds, version.content.kind).titleOf(version.content),
      ...(await headOf(deps, orgId, version)),
    })),
  )
}

export async function readFile(deps: AdministerDeps, file: WhichFile, revision?: number): Promise<DataFileForAdmin> {
  const { orgId, fileId } = file
  const kind = kindOf(deps.fileKinds, file.kind)
  const all = isOwn(kind, file) ? await kind.versions.history(scopeOf(kind, orgId), fileId) : []
  const wanted = revision ?? all[0]?.revision
  const version =
    wanted === undefined ? undefined : await kind.versions.atRevision(scopeOf(kind, orgId), fileId, wanted)
  if (!version) throw notFound('file')

  return {
    kind: kind.kind,
    fileId,
    revision: version.revision,
    yaml: version.text ?? writtenByForm(version.content),
    content: version.content,
    versions: await Promise.all(all.map((one) => headOf(deps, orgId, one))),
  }
}

interface Check {
  orgId: string
  request: SaveDataFile
  /** The file that is edited, when it is known; a new one says itself what it is. */
  edited?: WhichFile
}

export const checkFile = async (deps: AdministerDeps, check: Check): Promise<DataFileCheck> =>
  checkRead(deps, check, await fileOf(deps, check))

async function checkRead(deps: AdministerDeps, check: Check, file: EditedFile): Promise<DataFileCheck> {
  if (Buffer.byteLength(file.text) > mostTextBytes) return refused([atTop(texts.tooLong)])
  await readApart(file)
  const refusal = refusedBefore(deps, check, file)
  if (refusal) return refused(refusal)

  const outcome = await importFiles(deps, { files: [file], orgId: check.orgId, checkOnly: true })
  return outcome.kind === 'refused' ? refused(outcome.problems) : preview(deps, check, file)
}

/** @throws AppError changed-meanwhile when somebody saved since it was opened. */
export async function saveFile(
  deps: AdministerDeps,
  check: Check & { edited: WhichFile; savedBy: string },
): Promise<DataFileCheck> {
  const { orgId, request, savedBy } = check
  const file = await fileOf(deps, check)
  const checked = await checkRead(deps, check, file)
  if (checked.kind === 'refused') return checked

  const outcome = await importFiles(deps, {
    files: [file],
    orgId,
    savedBy,
    over: request.baseRevision,
  })
  if (outcome.kind === 'refused') return refused(outcome.problems)
  if (checked.kind === 'unchanged') return checked
  deps.forgetFiles()
  return { ...checked, kind: 'saved' }
}

/** It has no path of its own: it comes from an editor. */
const fileName = 'file'

interface EditedFile extends DataFile {
  /** Of the text that a form was opened on. */
  notesLost: number
}

/** What a form made is written into the text in force, whose notes somebody needs. */
async function fileOf(deps: AdministerDeps, { orgId, request: { source }, edited }: Check): Promise<EditedFile> {
  if ('yaml' in source) return { path: fileName, text: source.yaml, notesLost: 0 }
  const text = await textInForce(deps, orgId, edited ?? (source.content as Partial<Which> | null))
  if (text === undefined) return { path: fileName, text: writtenByForm(source.content), notesLost: 0 }
  return { path: fileName, ...writtenInto(text, source.content) }
}

type Which = Pick<WhichFile, 'kind'> & { id?: unknown; fileId?: unknown }

async function textInForce({ fileKinds }: ImportDeps, orgId: string, which: Partial<Which> | null) {
  const kind = fileKinds.find((one) => one.kind === which?.kind)
  const fileId = which?.fileId ?? which?.id
  if (!kind || typeof fileId !== 'string' || !isOwn(kind, { orgId, fileId })) return undefined
  return (await kind.versions.current(scopeOf(kind, orgId), fileId))?.text
}

/** Organisations belong to the installation: an administrator sees and changes their own only. */
const isOwn = ({ owner }: StoredKind, { orgId, fileId }: Omit<WhichFile, 'kind'>): boolean =>
  owner !== 'installation' || fileId === orgId

function refusedBefore({ fileKinds }: ImportDeps, { orgId, edited }: Check, file: DataFile): FileProblem[] | undefined {
  const reading = readDataFile(file)
  if (reading.kind === 'refused') return reading.problems
  const { kind, id } = reading.file.content
  const place = { file: fileName, ...reading.file.locate(['id']), at: ['id'] }
  if (!isOwn(kindOf(fileKinds, kind), { orgId, fileId: id })) return [{ ...place, ...texts.anotherOrganisation }]
  if (edited && (edited.kind !== kind || edited.fileId !== id)) {
    const { message, fix } = texts.anotherFile
    return [{ ...place, message, fix: fix(edited.kind, edited.fileId) }]
  }
  return undefined
}

async function preview(deps: AdministerDeps, { orgId }: Check, file: EditedFile): Promise<DataFileCheck> {
  const reading = readDataFile(file)
  if (reading.kind === 'refused') return refused(reading.problems)
  const { content } = reading.file
  const kind = kindOf(deps.fileKinds, content.kind)
  const before = await kind.versions.current(scopeOf(kind, orgId), content.id)
  const changes = differencesOf(before?.content ?? {}, content)
  const revision = before?.revision ?? 0
  return {
    kind: changes.length === 0 ? 'unchanged' : 'checked',
    revision: changes.length === 0 ? revision : revision + 1,
    changes,
    ...(file.notesLost > 0 && { notesLost: file.notesLost }),
    ...(kind.samples && { samples: kind.samples(content) }),
  }
}

async function headOf(
  deps: AdministerDeps,
  orgId: string,
  { revision, label, importedAt, savedBy = 'command' }: Pick<Version, 'revision' | 'label' | 'importedAt' | 'savedBy'>,
) {
  return {
    revision,
    label,
    savedAt: importedAt.toISOString(),
    savedBy: (await deps.nameOfMember(orgId, savedBy)) ?? savedBy,
  }
}

const refused = (problems: readonly FileProblem[]): DataFileCheck => ({
  kind: 'refused',
  faults: problems.map(({ file: _file, at, ...problem }) => ({ ...problem, ...(at && { at: at.join('.') }) })),
})

const atTop = (said: { message: Bilingual; fix: Bilingual }): FileProblem => ({
  file: fileName,
  line: 1,
  column: 1,
  ...said,
})
