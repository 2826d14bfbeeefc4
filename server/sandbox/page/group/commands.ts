import { computed } from 'vue'
import { t } from '../texts.js'
import type { Command } from './suggestions.js'

const aboutNobody = ['帮助', '今日', '待办', '名单'] as const
const aboutSomebody = ['进度', '报告', '通过', '待定', '婉拒', '重发', '提醒', '延期', '撤销', '解绑'] as const
export type CommandWord = (typeof aboutNobody)[number] | (typeof aboutSomebody)[number]

/** What the bot understands, in the order in which a newcomer wants to know it. */
export const commands = computed<Command[]>(() => [
  ...aboutNobody.map((word) => ({ word, hint: t.value.commandHints[word], aboutSomebody: false })),
  ...aboutSomebody.map((word) => ({ word, hint: t.value.commandHints[word], aboutSomebody: true })),
])
