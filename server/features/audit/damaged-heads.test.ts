import { expect } from 'chai'
import { appendFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { auditFolder, type AuditFolder } from '../../../test/builders/audit-folder.js'

describe('the folder of the audit signatures (R4)', () => {
  let audit: AuditFolder
  const list = () => join(audit.folder, 'segments.jsonl')
  const damaged = () => audit.deps.heads.damaged()

  beforeEach(async () => {
    audit = await auditFolder()
    await audit.processWrites(2)
    await audit.processWrites(1)
  })
  afterEach(() => audit.remove())

  it('has nothing damaged as it was written, nor after a crash in the middle of its last line', async () => {
    expect(await damaged()).to.deep.equal([])
    await appendFile(list(), '{"segment":"0000')
    expect(await damaged()).to.deep.equal([])
  })

  it('names the files that are cut off, garbled or gone', async () => {
    await truncate(audit.headFile(), 10)
    await writeFile(list(), `\0\0\0\n{"segment":"00000002"}\n`)
    expect(await damaged()).to.deep.equal(['00000001.head.json', 'segments.jsonl'])

    await rm(list())
    expect(await damaged()).to.deep.equal(['00000001.head.json', 'segments.jsonl'])
  })
})
