import type { Connection } from 'mongoose'
import type { MessagesFile, MessageTexts } from '../../../../shared/contracts/message-texts.js'
import { versionedFileStore } from '../../../data-files/versioned-file-store.js'

export type MessageTextStore = ReturnType<typeof messageTextStore>

/** The organisation's own message texts, every version. */
export function messageTextStore(connection: Connection) {
  const versions = versionedFileStore<MessagesFile>(connection, 'MessagesVersion')

  return {
    ready: versions.ready,
    versions,

    async findCurrent(orgId: string): Promise<MessageTexts | undefined> {
      return (await versions.current(orgId, 'messages'))?.content.templates
    },
  }
}
