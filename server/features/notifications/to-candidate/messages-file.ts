import type { MessagesFile } from '../../../../shared/contracts/message-texts.js'
import type { FileKind } from '../../../data-files/file-kind.js'
import { texts } from '../texts/index.js'
import { checkMessages, sampleMessages } from './check-messages.js'
import type { MessageTextStore } from './message-text-store.js'

export const messagesKind: FileKind<MessagesFile> = {
  kind: 'messages',
  order: 1,
  owner: 'organisation',
  versionsIn: ({ messageTexts }: { messageTexts: MessageTextStore }) => messageTexts.versions,
  titleOf: () => texts.messageTexts,
  check: checkMessages,
  speaksToCandidates: false,
  samples: sampleMessages,
}
