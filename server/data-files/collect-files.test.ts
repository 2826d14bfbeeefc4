import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { collectFiles } from './collect-files.js'

describe('collecting data files', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'collect-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('takes the YAML and JSON files of a folder and those below it, each once', async () => {
    await mkdir(join(folder, 'inner'))
    await writeFile(join(folder, 'b.yaml'), 'b')
    await writeFile(join(folder, 'inner', 'a.yml'), '甲')
    await writeFile(join(folder, 'notes.txt'), 'not data')

    const { files, problems } = await collectFiles([folder, join(folder, 'b.yaml')])

    expect(problems).to.deep.equal([])
    expect(files).to.deep.equal([
      { path: join(folder, 'b.yaml'), text: 'b' },
      { path: join(folder, 'inner', 'a.yml'), text: '甲' },
    ])
  })

  it('says which path is not there and which folder is empty', async () => {
    const { problems } = await collectFiles([join(folder, 'no.yaml'), folder])

    expect(problems.map(({ message }) => message.zh)).to.deep.equal([
      '没有这个文件或文件夹。',
      '文件夹里没有 .yaml 文件。',
    ])
  })

  it('reads a file in an old Chinese encoding, and refuses one in no known encoding instead of importing question marks', async () => {
    await writeFile(join(folder, 'gbk.yaml'), Buffer.from([0xb9, 0xf1, 0xd4, 0xb1])) // 柜员 in GBK
    await writeFile(join(folder, 'torn.yaml'), Buffer.from([0xb9, 0xf1, 0xff]))

    const { files, problems } = await collectFiles([folder])

    expect(files.map(({ text }) => text)).to.deep.equal(['柜员'])
    expect(problems.map(({ file }) => file)).to.deep.equal([join(folder, 'torn.yaml')])
    expect(problems[0]?.fix.zh).to.contain('UTF-8')
  })

  it('refuses a file of more than a megabyte', async () => {
    await writeFile(join(folder, 'large.yaml'), 'x'.repeat(1024 * 1024 + 1))

    expect((await collectFiles([folder])).problems[0]?.message.zh).to.contain('1 MB')
  })
})
