import { expect } from 'chai'
import { commands } from './commands/index.js'
import { parseMessage, withoutMention } from './parse-message.js'

describe('reading what was typed', () => {
  for (const [typed, left] of [
    ['@小招 重发 A7K2', '重发 A7K2'],
    ['@小招　重发　Ａ７Ｋ２', '重发 A7K2'],
    ['＠小招，今日', '今日'],
    ['@Xiaozhao: today', 'today'],
    ['今日', '今日'],
    ['@小招\u2005待办', '待办'],
    ['@别的机器人 帮助', '帮助'],
  ] as const) {
    it(`takes the mention away from “${typed}”`, () => {
      expect(withoutMention(typed, ['小招', 'Xiaozhao'])).to.equal(left)
    })
  }

  for (const [typed, verb] of [
    ['重发A7K2', 'resend'],
    ['RESEND A7K2', 'resend'],
    ['今天', 'today'],
    ['待办', 'todo'],
    ['reporting', undefined],
  ] as const) {
    it(`takes “${typed}” for ${verb ?? 'nothing it knows'}`, () => {
      const parsed = parseMessage(typed, commands)
      expect(parsed.kind === 'command' ? parsed.command.verb : undefined).to.equal(verb)
    })
  }
})
