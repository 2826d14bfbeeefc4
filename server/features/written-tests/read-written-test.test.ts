import { expect } from 'chai'
import { readWrittenTest } from './read-written-test.js'

const table = (text: string) => text.split('\n').map((line, at) => ({ line: at + 1, cells: line.split(',') }))
const faultsOf = (text: string) =>
  readWrittenTest(table(text)).faults.map(
    ({ line, column, message }) => `${line}:${column} ${message.zh} ${message.en}`,
  )

describe('a file with results of a written test', () => {
  it('has one line an item, of people known by phone or by code', () => {
    const { people, faults } = readWrittenTest(
      table(
        [
          '手机号,短码,题号,题目,类型,对错,得分,满分,作答,正确答案,解析',
          '+86 138-0000-1234,,1,利息,,错,0,2,500,550,年利率按 360 天',
          '13800001234,,2,,code,,60,100,,,两个用例没过',
          ',a7k2,1,利息,question,对,2,2,550,550,',
        ].join('\n'),
      ),
    )

    expect(faults).to.deep.equal([])
    expect(people.map(({ who, line }) => ({ who, line }))).to.deep.equal([
      { who: { phone: '13800001234' }, line: 2 },
      { who: { code: 'A7K2' }, line: 4 },
    ])
    expect(people[0]!.items).to.deep.equal([
      {
        item: '1',
        title: '利息',
        kind: 'question',
        right: false,
        points: 0,
        of: 2,
        answer: '500',
        rightAnswer: '550',
        explanation: '年利率按 360 天',
      },
      { item: '2', kind: 'code', right: false, points: 60, of: 100, explanation: '两个用例没过' },
    ])
    expect(people[1]!.items[0]).to.include({ right: true, kind: 'question' })
  })

  it('takes English names of columns as well, in any order', () => {
    const { people } = readWrittenTest(table('Of,Points,Item,Code,Right Answer\n2,1.5,7,A7K2,B'))

    expect(people[0]!.items).to.deep.equal([
      { item: '7', kind: 'question', right: false, points: 1.5, of: 2, rightAnswer: 'B' },
    ])
  })

  it('is told of every fault by line and column, in both languages, and never by what was written', () => {
    const lines = [
      '手机号,题号,得分,满分,对错,类型',
      '123,1,1,2,,',
      ',1,1,2,,',
      '13800001234,,1,2,,',
      '13800001234,1,three,2,,',
      '13800001234,1,3,2,,',
      '13800001234,1,1,2,maybe,',
      '13800001234,1,1,2,,essay',
      '13800001234,1,1,2,,',
      '13800001234,1,2,2,,',
    ]
    const faults = faultsOf(lines.join('\n'))

    expect(faults.map((fault) => fault.split(' ')[0])).to.deep.equal([
      '2:1',
      '3:1',
      '4:2',
      '5:3',
      '6:3',
      '7:5',
      '8:6',
      '10:2',
    ])
    expect(faults.join()).not.to.match(/123|three|maybe|essay|1380/)
    expect(faults[0]).to.equal('2:1 手机号不对。 This is no mobile number.')
  })

  it('needs to know who, which item and how many points, and knows no other columns', () => {
    expect(faultsOf('姓名,得分\n王小明,1')).to.deep.equal([
      '1:1 不认识的列。 This column is not known.',
      '1:1 缺少列：题号 (item) · 满分 (of) · 手机号 (phone) / 短码 (code)。 Missing column: 题号 (item) · 满分 (of) · 手机号 (phone) / 短码 (code).',
    ])
    expect(faultsOf('手机号,phone,题号,得分,满分\n13800001234,,1,1,1')[0]).to.match(/^1:2 这一列出现了两次/)
    expect(faultsOf('手机号,题号,得分,满分')[0]).to.match(/^1:1 文件里没有成绩/)
  })

  it('ends at 200 items a person and 500 people', () => {
    const head = '手机号,题号,得分,满分'
    const items = Array.from({ length: 201 }, (_, at) => `13800001234,${at},1,1`)
    const people = Array.from({ length: 501 }, (_, at) => `138${String(at).padStart(8, '0')},1,1,1`)

    expect(faultsOf([head, ...items].join('\n'))[0]).to.match(/^202:2 一个人的题超过 200 道/)
    expect(faultsOf([head, ...people].join('\n'))).to.deep.equal(['1:1 超过 500 人。 More than 500 people.'])
  })
})
