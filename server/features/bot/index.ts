/** What others may use. */
export { answerBot } from './answer-bot.job.js'
export type { BotDeps } from './bot-deps.js'
export { botInboxStore } from './bot-inbox-store.js'
export { confirmationStore } from './confirmation-store.js'
export { botLeader, type BotLeader } from './lead-bot.js'
export { groupChatStore } from './group-chat-store.js'
export { pressButton } from './press-button.js'
export { runCommand } from './run-command.js'
