import { expect } from 'chai'
import { applicationForStaff } from '../../../../test/builders/staff-reports.js'
import type { ReportForStaff } from '../../reports/index.js'
import { reportDocument } from './report-document.js'

const said = (zh: string, en: string) => ({ zh, en })
const redLine = {
  reason: 'red-line' as const,
  text: said('触碰红线（保管密码）：“把密码给我”', 'Crosses a red line'),
  questionId: 'q2',
}

function printed(changes: Partial<ReportForStaff> = {}) {
  const of = applicationForStaff()
  const report = { ...of.report!, ...changes }
  const organisation = { name: said('江南银行', 'Bank of Jiangnan'), zone: 'Asia/Shanghai' }
  const spec = reportDocument({ of, report, organisation, at: new Date('2026-11-30T18:30:00Z'), by: '李静' })
  return { spec, text: textIn(spec.content) }
}

/** In the order in which it is laid out. */
function textIn(node: unknown): string {
  if (typeof node === 'string') return `${node}\n`
  if (Array.isArray(node)) return node.map(textIn).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { text, stack, ul, columns, table } = node as Record<string, unknown>
  return [text, stack, ul, columns, (table as { body?: unknown } | undefined)?.body].map(textIn).join('')
}

describe('the report as a document', () => {
  it('has red lines first, then why, scores with quotations, every answer, what was not assessed, and who judged', () => {
    const { text } = printed({ needsPerson: [redLine, ...applicationForStaff().report!.needsPerson] })
    const order = [
      '红线 · 第 2 题：触碰红线（保管密码）：“把密码给我”',
      '82 / 100',
      '建议进入下一轮',
      '综合得分 82，等级良好',
      '客户服务',
      '“请她到旁边坐下，跟她说抱歉让您久等”（第 1 题）',
      '先安抚再给方案',
      '第 1 题 · 客户服务 · 4.0 / 5 · 用时 3 分钟',
      '我会先站起来请她到旁边坐下，跟她说抱歉让您久等，然后问清楚',
      '答对，正确答案 369.86',
      '声音、表情、外貌：只评作答的内容',
      '实习经历写「独立完成对账」',
      '本地规则评分 rules-1，评分标准 teller-2026.2',
      '候选人于 2026-11-20 09:42 (Asia/Shanghai) 同意告知 2027-04 · 同意 AI 评分 · 同意与面试官共享',
    ]
    const places = order.map((one) => text.indexOf(one))

    expect(places.map((at, index) => (at < 0 ? order[index] : '')).join('')).to.equal('')
    expect(places).to.deep.equal([...places].sort((a, b) => a - b))
  })

  it('keeps the title of the questions on one page with the first of them', () => {
    const { spec } = printed()
    const withTitle = spec.content.find((one) => typeof one === 'object' && textIn(one).startsWith('逐题'))

    expect(withTitle).to.have.property('unbreakable', true)
    expect(textIn(withTitle)).to.contain('第 1 题 · 客户服务')
  })

  it('quotes what was told of working with others, as a reference that is in no score', () => {
    const evidence = { start: 0, end: 8, text: '我先听同事把话说完' }
    const indicators = [
      { id: 'listening', label: said('听别人说', 'Listens'), found: [{ questionId: 'q1', evidence }] },
    ]
    const { text } = printed({ indicators })

    expect(text).to.contain('与人协作的表现（参考）').and.to.contain('不计入任何分数')
    expect(text).to.contain('听别人说').and.to.contain('“我先听同事把话说完”（第 1 题）')
    expect(printed().text).not.to.contain('与人协作的表现')
  })

  it('sends whoever reads a spoken answer that nobody wrote down to its recording', () => {
    const [first, ...others] = applicationForStaff().report!.questions
    const { answer: _none, ...asked } = first!
    const spoken = { number: 1, way: 'voice' as const, heardBy: 'people' as const, events: [] }
    const followUps = [{ says: said('再说说', 'Go on'), startsAt: 0, spoken: { ...spoken, number: 7 } }]
    const { text } = printed({ questions: [{ ...asked, spoken, followUps }, ...others] })

    expect(text.split('没有转写，请在管理台听录音')).to.have.length(3)
    expect(text).not.to.contain('没有作答')
  })

  it('leaves out how somebody spoke: that stands on the page, beside what can be heard', () => {
    const [first, ...others] = applicationForStaff().report!.questions
    const measures = {
      ...{ speechSeconds: 4, pauses: { count: 7, longestSeconds: 5.7, share: 0.1 } },
      ...{ pitch: { medianHz: 187, rangeSemitones: 4 }, loudnessRangeDb: 9 },
    }
    const spoken = { number: 1, way: 'voice' as const, heardBy: 'transcriber' as const, events: [], measures }
    const { text } = printed({ questions: [{ ...first!, spoken }, ...others] })

    expect(text).not.to.match(/停顿|5\.7|187/)
  })

  it('says how often and how long the page was left, and what was heard before it was corrected', () => {
    const [first, ...others] = applicationForStaff().report!.questions
    const events = [
      { kind: 'away' as const, lastedMs: 20_000, atMs: 5_000 },
      { kind: 'away' as const, lastedMs: 21_000, whileThinking: true as const },
    ]
    const pieces = [
      { in: 'both' as const, text: '先' },
      { in: 'heard' as const, text: '按' },
      { in: 'corrected' as const, text: '安' },
      { in: 'both' as const, text: '抚' },
    ]
    const correction = { at: '2026-11-21T02:00:00.000Z', samePercent: 67, isFar: false, pieces }
    const spoken = { number: 1, way: 'voice' as const, heardBy: 'transcriber' as const, events, correction }
    const { text } = printed({ questions: [{ ...first!, answer: '先安抚', spoken }, ...others] })

    expect(text).to.contain('离开页面 2 次，共 41 秒')
    expect(text).to.contain('与听到的相同的字占 67%').and.to.contain('先按抚')
  })

  it('has what was asked on an answer behind it, and what was said to that', () => {
    const [first, ...others] = applicationForStaff().report!.questions
    const followUps = [
      {
        says: said('客户更大声了', 'The customer gets louder'),
        answer: '请她到旁边坐下',
        startsAt: 60,
        usedSeconds: 0,
      },
      { says: said('客户要投诉', 'The customer complains'), startsAt: 68 },
    ]
    const { text } = printed({ questions: [{ ...first!, followUps }, ...others] })
    const order = [
      first!.answer!,
      '追问 1 · 用时 1 分钟以内',
      '客户更大声了',
      '请她到旁边坐下',
      '追问 2',
      '客户要投诉',
      '没有补充',
    ]
    const from = text.indexOf('第 1 题 · ')
    const places = order.map((one) => text.indexOf(one, from))

    expect(places.map((at, index) => (at < 0 ? order[index] : '')).join('')).to.equal('')
    expect(places[0]).to.be.below(places[1]!)
    expect(places.slice(3)).to.deep.equal(places.slice(3).sort((one, other) => one - other))
  })

  it('says everything in both languages, Chinese first', () => {
    const { text } = printed()

    for (const [zh, en] of [
      ['建议与理由', 'Recommendation and why'],
      ['各项能力', 'Competencies'],
      ['没有评估的部分和原因', 'What was not assessed, and why'],
      ['由谁评、依据什么', 'Who judged, and on what basis'],
    ] as const)
      expect(text.indexOf(zh)).to.be.greaterThan(-1).and.lessThan(text.indexOf(en))
  })

  it('is labelled as partly made by a machine, on every page and in the file, under no name and no number', () => {
    const { spec } = printed()

    expect(spec.header.right).to.equal('含 AI 生成内容，仅供参考 · Contains AI-generated content; for reference only')
    expect(spec.footer.left).to.equal('下载 · Downloaded 2026-12-01 02:30 (Asia/Shanghai) · 李静')
    expect(spec.footer.right).to.contain('{page}').and.contain('{pages}')
    expect(spec.info.aiLabel).to.deep.equal({ producer: '江南银行', id: spec.info.aiLabel!.id })
    expect(JSON.stringify(spec.info)).not.to.match(/王小明|1380000/)
  })

  it('bears no such label where people read the answers', () => {
    const { madeBy: _none, total: _total, recommendation: _why, ...report } = applicationForStaff().report!
    const of = { ...applicationForStaff(), report: { ...report, status: 'awaiting-human' as const, competencies: [] } }
    const organisation = { name: said('江南银行', 'Bank of Jiangnan'), zone: 'Asia/Shanghai' }
    const spec = reportDocument({ of, report: of.report, organisation, at: new Date(0), by: '李静' })

    expect(spec.info).not.to.have.property('aiLabel')
    expect(spec.header.right).to.contain('没有机器评分，由人评阅')
    expect(textIn(spec.content)).to.contain('等待人工评阅').and.not.contain('自动生成')
  })

  it('hides what the reader has not rated, and says so', () => {
    const { total: _total, recommendation: _why, ...rest } = applicationForStaff().report!
    const of = applicationForStaff({ report: rest })
    const organisation = { name: said('江南银行', 'Bank of Jiangnan'), zone: 'Asia/Shanghai' }
    const text = textIn(reportDocument({ of, report: rest, organisation, at: new Date(0), by: '李静' }).content)

    expect(text).to.contain('复核前不显示总分').and.contain('由你评分之后，这里才显示机器评分和依据。')
    expect(text).not.to.contain('/ 100')
  })
})
