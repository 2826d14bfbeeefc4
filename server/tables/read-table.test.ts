import { Worker } from 'node:worker_threads'
import { expect } from 'chai'
import { utils, write } from '@e965/xlsx'
import { mostLines, readTable } from './read-table.js'
import { readTableApart } from './read-table-apart.js'

const csv = (text: string | Uint8Array) => ({
  name: 'a.csv',
  bytes: typeof text === 'string' ? Buffer.from(text) : text,
})
const linesOf = (table: ReturnType<typeof readTable>) => {
  if (table.kind === 'refused') throw new Error(table.why)
  return table.lines.map(({ line, cells }) => [line, ...cells])
}
function sheet(rows: unknown[][], change: (sheet: Record<string, unknown>) => void = () => {}) {
  const made = utils.aoa_to_sheet(rows)
  change(made)
  const book = utils.book_new()
  utils.book_append_sheet(book, made, '成绩')
  return { name: 'a.xlsx', bytes: new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer) }
}

describe('a table as it was saved', () => {
  it('is read from CSV with its lines, in the encodings that Chinese programs write', () => {
    const text = '手机号,解析\r\n13800001234,"两行\n解析"\r\n\r\n13800001235,=1+1\r\n'
    const wanted = [
      [1, '手机号', '解析'],
      [3, '13800001234', '两行\n解析'],
      [5, '13800001235', '=1+1'],
    ]

    expect(linesOf(readTable(csv(`\ufeff${text}`)))).to.deep.equal(wanted)
    expect(linesOf(readTable(csv(new Uint8Array([0xca, 0xd6, 0xbb, 0xfa]))))).to.deep.equal([[1, '手机']])
  })

  it('is read from Excel as its cells show it: a number stays a number, a formula is never computed', () => {
    const file = sheet([['手机号', '得分'], [13800001234, 2.5], [], ['13800001235', 0]], (made) => {
      made.B4 = { t: 'n', f: 'HYPERLINK("http://evil.example","1")' }
    })

    expect(linesOf(readTable(file))).to.deep.equal([
      [1, '手机号', '得分'],
      [2, '13800001234', '2.5'],
      [4, '13800001235', ''],
    ])
  })

  it('is refused when it is something else, or longer than anybody sits a test', () => {
    expect(readTable(csv(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])))).to.deep.equal({
      kind: 'refused',
      why: 'unreadable',
    })
    expect(readTable(csv(new Uint8Array([0xff, 0x81, 0x00])))).to.deep.equal({ kind: 'refused', why: 'unreadable' })
    expect(readTable(csv('a,b\n'.repeat(mostLines + 5)))).to.deep.equal({ kind: 'refused', why: 'too-many-lines' })
  })

  it('is read in a thread of its own, which may neither stay nor take this one with it', async function () {
    this.timeout(60_000)
    const hangs = () => new Worker('for (;;);', { eval: true, execArgv: [] })

    expect(await readTableApart(csv('a,b'), { start: hangs, mostMs: 200 })).to.deep.equal({
      kind: 'refused',
      why: 'takes-too-long',
    })
    expect(linesOf(await readTableApart(sheet([['甲', '乙']])))).to.deep.equal([[1, '甲', '乙']])
  })
})
