/** The kinds of data files that features hand over. */
import type { FileKind } from '../data-files/file-kind.js'
import { features } from './features.js'

export const fileKinds: readonly FileKind[] = features.flatMap<FileKind>((feature) =>
  'fileKinds' in feature ? feature.fileKinds : [],
)
