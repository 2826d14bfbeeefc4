import { LRUCache } from 'lru-cache'
import type { Connection } from 'mongoose'
import type { QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { versionedFileStore } from '../../data-files/versioned-file-store.js'

/** Some hundred KB each. */
const versionsKept = 20

export type QuestionBankStore = ReturnType<typeof questionBankStore>

export function questionBankStore(connection: Connection) {
  const versions = versionedFileStore<QuestionBankFile>(connection, 'QuestionBankVersion')
  const kept = new LRUCache<string, QuestionBankFile>({ max: versionsKept })

  return {
    ready: versions.ready,
    versions,

    /** The bank in force; new interviews draw from it. */
    async findCurrent(orgId: string, bankId: string): Promise<QuestionBankFile | undefined> {
      return (await versions.current(orgId, bankId))?.content
    },

    /**
     * The very version that an interview was drawn from, however old. A version never changes, so it is read once.
     */
    async findVersion(orgId: string, version: string): Promise<QuestionBankFile | undefined> {
      const key = JSON.stringify([orgId, version])
      const content = kept.get(key) ?? (await versions.labelled(orgId, version))?.content
      if (content) kept.set(key, content)
      return content
    },
  }
}
