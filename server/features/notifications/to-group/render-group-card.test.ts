import { expect } from 'chai'
import { renderGroupCard, type CardLine } from './render-group-card.js'

const now = new Date('2026-11-22T02:15:00Z')
const teller = { zh: '综合柜员', en: 'Bank teller' }
const wang: CardLine = { kind: 'report-ready', person: { shortCode: 'A7K2', name: '王小明' }, positionTitle: teller }
const nobody = { count: 0 }
const card = (lines: CardLine[], rest: Partial<Parameters<typeof renderGroupCard>[0]> = {}) =>
  renderGroupCard({ lines, waiting: nobody, language: 'zh', now, ...rest })

describe('a card for the group', () => {
  it('says the fact first and then who waits for a decision', () => {
    const waiting = { count: 3, oldestSince: new Date('2026-11-19T22:00:00Z') }

    expect(card([{ ...wang, details: { zh: '6 / 6 题已评 · 1 项待人工复核', en: '' } }], { waiting })).to.equal(
      [
        '**报告已生成** · 王*明 A7K2 · 综合柜员',
        '等待决定：<font color="warning">3 人</font>，最久的已等 2 天',
        '<font color="comment">6 / 6 题已评 · 1 项待人工复核</font>',
      ].join('\n'),
    )
  })

  it('speaks the organisation’s language', () => {
    const waiting = { count: 1, oldestSince: new Date('2026-11-22T01:14:00Z') }

    expect(card([wang], { language: 'en', waiting })).to.equal(
      [
        '**Report ready** · 王*明 A7K2 · Bank teller',
        'Waiting for a decision: <font color="warning">1</font>, the longest for 1 hour',
      ].join('\n'),
    )
    expect(card([wang], { language: 'en' })).to.match(/Nobody is waiting for a decision$/)
  })

  it('gives each person one line when there are several', () => {
    const lines: CardLine[] = [
      wang,
      { kind: 'started', person: { shortCode: 'B3T9', name: '李雷' }, positionTitle: teller },
      { kind: 'proposed-decline', person: { shortCode: 'C5M8', name: 'Jane Smith' } },
    ]

    expect(card(lines)).to.equal(
      [
        '**3 条新动态**',
        '> 报告已生成 · 王*明 A7K2 · 综合柜员',
        '> 开始面试 · 李* B3T9 · 综合柜员',
        '> <font color="warning">建议婉拒，待确认</font> · J*** S*** C5M8',
      ].join('\n'),
    )
  })

  it('says about one person what else needs somebody, on the same line', () => {
    const line: CardLine = {
      ...wang,
      also: [{ kind: 'next-round-unset' }, { kind: 'delivery-failed', details: { zh: '请电话联系', en: '' } }],
    }
    const besides = [
      '<font color="warning">可进入下一轮，时间地点待安排</font>',
      '<font color="warning">消息没有送出</font>',
      '<font color="comment">请电话联系</font>',
    ]

    expect(card([line])).to.equal(['**报告已生成** · 王*明 A7K2 · 综合柜员', ...besides].join('\n'))
    expect(card([line, { kind: 'started' }]).split('\n')[1]).to.equal(
      ['> 报告已生成 · 王*明 A7K2 · 综合柜员', ...besides].join(' · '),
    )
    expect(card(Array.from({ length: 11 }, () => line)).split('\n')[0])
      .to.contain('报告已生成 11')
      .and.to.contain('时间地点待安排</font> 11')
  })

  it('only counts when there are more than ten', () => {
    expect(card(Array.from({ length: 10 }, () => wang)).split('\n')).to.have.length(12)
    expect(card(Array.from({ length: 11 }, () => wang))).to.equal('**11 条新动态** · 报告已生成 11\n目前没有人等待决定')
  })

  it('stays within 4096 bytes whatever people and positions are called', () => {
    const long: CardLine = {
      kind: 'unconfirmed',
      person: { shortCode: 'A7K2', name: '𠮷'.repeat(50) },
      positionTitle: { zh: '柜'.repeat(2_000), en: '' },
      details: { zh: '题'.repeat(2_000), en: '' },
    }

    expect(Buffer.byteLength(card(Array.from({ length: 10 }, () => long)))).to.be.below(4_096)
  })

  it('never shows a name, a phone, or markup that came from outside', () => {
    const text = card([
      {
        kind: 'delivery-failed',
        person: { shortCode: 'A7K2', name: '王小明' },
        positionTitle: { zh: '<@all> [点我](http://x)', en: '' },
        details: { zh: '打 13800001234', en: '' },
      },
    ])

    expect(text).not.to.match(/王小明|13800001234|<@|\[/)
  })

  it('still says what happened when the candidate’s data is gone', () => {
    expect(card([{ kind: 'callback-failed', aboutNobody: true }])).to.match(
      /^\*\*企业微信发来的一条事件没有处理成[^·<]*\*\*$/,
    )
    expect(card([{ kind: 'finished' }])).to.match(/^\*\*面试已提交\*\* · 资料已删除的候选人\n/)
  })
})
