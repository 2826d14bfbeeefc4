/**
 * What a kind of data file is: one object in the feature that owns the data, handed over in its manifest (`fileKinds`). Importing and
 * administering files loop over them and know no kind by name.
 */
import type { Bilingual } from '../../shared/contracts/text.js'
import type { FileProblem, Finding } from './file-problem.js'
import type { AnyDataFile, ReadFile } from './read-data-file.js'
import type { FileVersion } from './versioned-file-store.js'

export interface Versions<Content> {
  current(orgId: string, fileId: string): Promise<FileVersion<Content> | undefined>
  allCurrent(orgId: string): Promise<FileVersion<Content>[]>
  labelled(orgId: string, label: string): Promise<FileVersion<Content> | undefined>
  insert(version: FileVersion<Content>): Promise<boolean>
  history(orgId: string, fileId: string): Promise<Omit<FileVersion<Content>, 'content' | 'text'>[]>
  atRevision(orgId: string, fileId: string, revision: number): Promise<FileVersion<Content> | undefined>
}

/** The files of one import, and what is in force whatever they change. */
export interface Batch {
  read: readonly ReadFile[]
  stored: readonly AnyDataFile[]
}

export interface FileKind<Content extends AnyDataFile = AnyDataFile> {
  kind: Content['kind']
  /** What others need comes first; people see them the other way round. */
  order: number
  /** Organisations belong to the installation; all else to one of them. */
  owner: 'installation' | 'organisation'
  versionsIn(stores: never): Versions<Content>
  titleOf(content: Content): Bilingual
  /** What the schema cannot say of one file. */
  check(content: Content): Finding[]
  /** Against other files, in the batch or in force. */
  checkTogether?(batch: Batch): FileProblem[]
  /** Its texts are said to candidates, or ask for what they say: looked through for what may not be asked. */
  speaksToCandidates: boolean
  /** A version that people write themselves; absent: the file's id and the number of the revision. */
  writtenVersion?(content: Content): string
  /** What people would read, with invented people in it. */
  samples?(content: Content): { at: string; text: string }[]
}

/** With the versions that are kept of it. */
export interface StoredKind extends Omit<FileKind, 'versionsIn'> {
  versions: Versions<AnyDataFile>
}

/** Only ever given files of its own kind: `kindOf` finds it by the file. */
export const stored = (kind: FileKind, versions: Versions<AnyDataFile>): StoredKind => ({ ...kind, versions })

/** The stores by their names. */
export const storedKinds = (kinds: readonly FileKind[], stores: object): StoredKind[] =>
  kinds.map((kind) => stored(kind, kind.versionsIn(stores as never)))

/** A file was read by its contract, so its kind is there. */
export const kindOf = (kinds: readonly StoredKind[], kind: AnyDataFile['kind']): StoredKind =>
  kinds.find((one) => one.kind === kind)!
