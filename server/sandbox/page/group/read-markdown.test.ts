import { expect } from 'chai'
import { readMarkdown, wordsOf } from './read-markdown.js'

const kinds = (text: string) => readMarkdown(text)[0]!.spans.map(({ kind, text: words }) => `${kind}:${words}`)

describe('reading the markdown of a group', () => {
  it('knows lines', () => {
    const text = '## 报告已生成\n> 等待决定\n- 第一\n1. 第二\n\n好'

    expect(readMarkdown(text).map(({ kind }) => kind)).to.deep.equal([
      'heading',
      'quote',
      'item',
      'item',
      'gap',
      'text',
    ])
  })

  it('knows bold, code, links, colours and mentions', () => {
    expect(kinds('**3 人** `A7K2` [看](http://a/b) <font color="warning">急</font> @小招 今日')).to.deep.equal([
      'bold:3 人',
      'plain: ',
      'code:A7K2',
      'plain: ',
      'link:看',
      'plain: ',
      'warning:急',
      'plain: ',
      'mention:@小招',
      'plain: 今日',
    ])
  })

  it('is read out as its words alone', () => {
    const text = '**小招**: 报告 · 王*明 A7K2\n> <font color="warning">消息没有送出</font>\n\n[看](http://a/b)'

    expect(wordsOf(text)).to.equal('小招: 报告 · 王*明 A7K2\n消息没有送出\n看')
  })

  it('keeps the star of a masked name', () => {
    expect(kinds('**报告 · 王*明 A7K2** 与 李*')).to.deep.equal(['bold:报告 · 王*明 A7K2', 'plain: 与 李*'])
  })

  it('leaves markup and other schemes as the text they are', () => {
    expect(kinds('<img src=x onerror=alert(1)>')).to.deep.equal(['plain:<img src=x onerror=alert(1)>'])
    expect(kinds('[x](javascript:alert(1))')).to.deep.equal(['plain:[x](javascript:alert(1))'])
  })
})
