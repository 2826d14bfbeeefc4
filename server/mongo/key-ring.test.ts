import { expect } from 'chai'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKeyRing } from './key-ring.js'

describe('the key file', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keys-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is one and the same for processes that start for the first time together', async () => {
    const file = join(folder, 'keys', 'key')

    const rings = await Promise.all(Array.from({ length: 5 }, () => loadKeyRing({ file })))

    expect(new Set(rings.map(({ keyEncryptionKey }) => keyEncryptionKey.toString('hex')))).to.have.length(1)
    expect(await readdir(join(folder, 'keys')), 'no drafts are left').to.deep.equal(['key'])
    expect((await stat(file)).mode & 0o777).to.equal(0o600)
  })
})
