import type { MessagesFile } from '../../../../shared/contracts/message-texts.js'
import type { FileKind } from '../../../data-files/file-kind.js'
import { checkMessages, sampleMessages } from './check-messages.js'
import type { MessageTextStore } from './message-text-store.js'

export const messagesKind: FileKind<MessagesFile> = {
  kind: 'messages',
  order: 1,
  owner: 'organisation',
  versionsIn: ({ messageTexts }: { messageTexts: MessageTextStore }) => messageTexts.versions,
  titleOf: () => ({ zh: '消息文字', en: 'Message texts' }),
  check: checkMessages,
  speaksToCandidates: false,
  samples: sampleMessages,
}
