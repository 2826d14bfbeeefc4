import { expect } from 'chai'
import { commands } from './commands/index.js'
import { parseMessage, withoutMention } from './parse-message.js'

describe('taking the mention away', () => {
  const names = ['小招', '小招 助手', 'Xiaozhao', 'C++ (HR)']
  for (const [typed, left] of [
    ['@小招 进度 QTDZ', '进度 QTDZ'],
    ['@小招重发A7K2', '重发A7K2'],
    ['进度 QTDZ @小招', '进度 QTDZ'],
    ['进度 @小招 QTDZ', '进度 QTDZ'],
    ['进度 QTDZ@小招', '进度 QTDZ'],
    ['婉拒 QTDZ 不合适 @小招', '婉拒 QTDZ 不合适'],
    ['@小招 助手 今日', '今日'],
    ['进度 QTDZ @小招\u2005助手\u2005', '进度 QTDZ'],
    ['@李静 @小招 进度 QTDZ', '进度 QTDZ'],
    ['@李静 @赵颖 @小招 助手 进度 QTDZ', '进度 QTDZ'],
    ['@小招 @李静 进度 QTDZ', '进度 QTDZ'],
    ['@xiaozhao progress QTDZ @XIAOZHAO', 'progress QTDZ'],
    ['＠小招　今日', '今日'],
    ['今日 @C++ (HR)', '今日'],
    ['婉拒 QTDZ 请 @李静 看过', '婉拒 QTDZ 请 @李静 看过'],
    ['婉拒 QTDZ 小招里说过', '婉拒 QTDZ 小招里说过'],
    ['婉拒 QTDZ 找 @小招生 谈过', '婉拒 QTDZ 找 @小招生 谈过'],
    ['decline QTDZ wrote to hr@xiaozhao.cn', 'decline QTDZ wrote to hr@xiaozhao.cn'],
    ['@小招', ''],
  ] as const) {
    it(`leaves “${left}” of “${typed}”`, () => {
      expect(withoutMention(typed, names)).to.equal(left)
    })
  }
})

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
