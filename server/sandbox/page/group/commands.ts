import { computed } from 'vue'
import { t } from '../texts.js'
import { zh } from '../texts/zh.js'
import type { Command } from './suggestions.js'

const aboutSomebody = [
  'progress',
  'report',
  'advance',
  'hold',
  'decline',
  'resend',
  'remind',
  'extend',
  'revoke',
  'unlock',
] as const
const aboutNobody = ['help', 'today', 'todo', 'list', 'here'] as const
export type CommandWord = (typeof aboutNobody)[number] | (typeof aboutSomebody)[number]

/** The bot understands Chinese and English words and replies in the language of the word. */
export const wordFor = (word: CommandWord): string => t.value.commandWords[word]

const commandOf = (word: CommandWord, isAboutSomebody: boolean): Command => ({
  words: [...new Set([wordFor(word), zh.commandWords[word], word])],
  hint: t.value.commandHints[word],
  aboutSomebody: isAboutSomebody,
})

/** What the bot understands, in the order in which a newcomer wants to know it. */
export const commands = computed<Command[]>(() => [
  ...aboutNobody.map((word) => commandOf(word, false)),
  ...aboutSomebody.map((word) => commandOf(word, true)),
])
