/** What others may use. */
export type { BotDeps } from './bot-deps.js'
export { confirmationStore, type ConfirmationStore } from './confirmation-store.js'
export { pressButton } from './press-button.js'
export { runCommand } from './run-command.js'
