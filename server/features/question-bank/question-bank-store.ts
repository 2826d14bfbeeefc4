import type { Connection } from 'mongoose'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { versionedFileStore } from '../../data-files/versioned-file-store.js'

export type QuestionBankStore = ReturnType<typeof questionBankStore>

export function questionBankStore(connection: Connection) {
  const versions = versionedFileStore<QuestionBankFile>(connection, 'QuestionBankVersion')

  return {
    ready: versions.ready,
    versions,

    /** The bank in force; new interviews draw from it. */
    async findCurrent(orgId: string, bankId: string): Promise<QuestionBankFile | undefined> {
      return (await versions.current(orgId, bankId))?.content
    },

    /** The very version that an interview was drawn from, however old. */
    async findVersion(orgId: string, version: string): Promise<QuestionBankFile | undefined> {
      return (await versions.labelled(orgId, version))?.content
    },
  }
}
