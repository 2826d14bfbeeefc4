import { Worker } from 'node:worker_threads'
import { expect } from 'chai'
import { AppError } from '../errors.js'
import { readPdf } from '../../test/pdf-text.js'
import { pdfMaker } from './pdf-maker.js'
import { undrawableNote, type PdfSpec } from './pdf-spec.js'

const spec = (changes: Partial<PdfSpec> = {}): PdfSpec => ({
  content: ['第一段'],
  header: { left: '江南银行', right: '含 AI 生成内容' },
  footer: { left: '下载', right: '第 {page} 页，共 {pages} 页' },
  info: {
    title: '报告 <A7K2> & 其他',
    author: '江南银行',
    subject: '由人决定',
    createdAt: new Date('2026-11-25T12:00:00Z'),
    aiLabel: { producer: '江南银行', id: 'r1' },
  },
  undrawable: { few: '〔{codes}〕', many: '〔{count} 个字符〕' },
  ...changes,
})
const hangs = () => new Worker('for (;;);', { eval: true, execArgv: [] })
const dies = () => new Worker('process.exit(1)', { eval: true, execArgv: [] })
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: unknown) => `${(error as AppError).status} ${(error as AppError).code}`,
  )

describe('a PDF', function () {
  this.timeout(120_000)

  it('can be read again, on every page with header, page number and label, and leaves this thread free meanwhile', async () => {
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 10)
    const note = { id: undrawableNote, text: '有字符写成了编码' }
    const typed = `名字里有𬭎和龑，好😀的。\n${'a'.repeat(400)}`
    const bytes = await pdfMaker()(
      spec({
        content: [note, { table: { widths: [499], body: [[typed]] } }, { text: '第二页', pageBreak: 'before' }],
      }),
    )
    clearInterval(ticking)
    const { pages, info, xmp, furthestRight } = await readPdf(bytes)

    expect(turns).to.be.greaterThan(5)
    expect(pages).to.have.lengthOf(2)
    for (const [at, page] of pages.entries())
      expect(page)
        .to.contain('江南银行')
        .and.contain('含 AI 生成内容')
        .and.contain(`第 ${at + 1} 页，共 2 页`)
    expect(pages[0]).to.contain('名字里有𬭎和龑，好〔U+1F600〕的。').and.contain('有字符写成了编码')
    expect(furthestRight).to.be.lessThan(0.93)
    const label = {
      Label: '1',
      ContentProducer: '江南银行',
      ProduceID: 'r1',
      ReservedCode1: '',
      ContentPropagator: '江南银行',
      PropagateID: 'r1',
      ReservedCode2: '',
    }
    expect(JSON.parse((info.Custom as { AIGC: string }).AIGC)).to.deep.equal(label)
    expect(xmp).to.contain('xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"').and.contain('"Label":"1"')
    expect(xmp).to.contain('&lt;A7K2&gt; &amp; 其他')
  })

  it('has neither label nor note where no machine had a part and the font has everything', async () => {
    const { aiLabel: _none, ...info } = spec().info
    const note = { id: undrawableNote, text: '有字符写成了编码' }
    const read = await readPdf(await pdfMaker()(spec({ info, content: [{ stack: [note, '由人评阅'] }] })))

    expect(read.pages.join()).not.to.contain('写成了编码')
    expect(read.info).not.to.have.property('Custom')
    expect(read.xmp).not.to.contain('AIGC')
  })

  it('that takes too long, or whose thread dies, is refused in words', async () => {
    for (const start of [hangs, dies])
      expect(await codeOf(pdfMaker({ start, mostMs: 200 })(spec()))).to.equal('503 pdf-not-made')
  })

  it('waits its turn, and is refused where too many wait', async () => {
    let [running, most] = [0, 0]
    const start = () => {
      most = Math.max(most, (running += 1))
      const worker = new Worker(`setTimeout(() => require('node:worker_threads').parentPort.postMessage('pdf'), 50)`, {
        eval: true,
        execArgv: [],
      })
      worker.once('message', () => (running -= 1))
      return worker
    }
    const draw = pdfMaker({ start, mostWaiting: 2 })
    const codes = await Promise.all([1, 2, 3, 4].map(() => codeOf(draw(spec()))))

    expect(codes).to.deep.equal(['done', 'done', 'done', '503 pdf-busy'])
    expect(most).to.equal(1)
    expect(await codeOf(draw(spec()))).to.equal('done')
  })
})
