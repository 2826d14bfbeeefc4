import { computed } from 'vue'
import { language, t } from '../texts.js'
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
const aboutNobody = ['help', 'today', 'todo', 'list'] as const
export type CommandWord = (typeof aboutNobody)[number] | (typeof aboutSomebody)[number]

const chinese: Record<CommandWord, string> = {
  help: '帮助',
  today: '今日',
  todo: '待办',
  list: '名单',
  progress: '进度',
  report: '报告',
  advance: '通过',
  hold: '待定',
  decline: '婉拒',
  resend: '重发',
  remind: '提醒',
  extend: '延期',
  revoke: '撤销',
  unlock: '解绑',
}

/** The bot answers in the language it is asked in. */
export const wordFor = (word: CommandWord): string => (language.value === 'zh' ? chinese[word] : word)

const commandOf = (word: CommandWord, isAboutSomebody: boolean): Command => ({
  words: language.value === 'zh' ? [chinese[word], word] : [word, chinese[word]],
  hint: t.value.commandHints[word],
  aboutSomebody: isAboutSomebody,
})

/** What the bot understands, in the order in which a newcomer wants to know it. */
export const commands = computed<Command[]>(() => [
  ...aboutNobody.map((word) => commandOf(word, false)),
  ...aboutSomebody.map((word) => commandOf(word, true)),
])
