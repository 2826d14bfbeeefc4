import { expect } from 'chai'
import { createLog } from './log.js'

function written(work: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = []
  work(createLog('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('the log', () => {
  it('keeps ids and cuts out what names a person or opens a door, wherever it slipped in', () => {
    const line = written((log) =>
      log.info(
        {
          orgId: 'o1',
          candidateId: 'c1',
          name: '王小明',
          request: { headers: { authorization: 'Bearer abc' }, body: '我的回答' },
          token: 't0ken',
        },
        'fact',
      ),
    )

    expect(line).to.contain('"candidateId":"c1"')
    for (const secret of ['王小明', 'Bearer abc', '我的回答', 't0ken']) expect(line).not.to.contain(secret)
  })

  it('says what an error was and where, without the values it carries', () => {
    const cause = Object.assign(new Error('E11000 dup key: { phone: "13800138000" }'), { config: { data: '我的回答' } })
    const line = written((log) =>
      log.error({ err: new Error('send failed: https://x.example/send?key=s3cret', { cause }) }, 'failed'),
    )

    expect(line).to.contain('send failed').and.to.contain('E11000')
    for (const secret of ['13800138000', '我的回答', 's3cret']) expect(line).not.to.contain(secret)
  })

  it('keeps a line one line, whatever is written into it', () => {
    const text = written((log) => log.warn({ route: 'a\n{"level":"info","msg":"forged"}\r\u2028' }, 'b\nforged'))

    expect(text.trimEnd()).not.to.match(/[\n\r]/)
    expect((JSON.parse(text) as { msg: string }).msg).to.equal('b\nforged')
  })
})
