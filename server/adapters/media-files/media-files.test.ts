import { expect } from 'chai'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keepsToTheMediaStore } from '../../../test/media-store-cases.js'
import { outcomeOf } from '../../../test/outcome.js'
import type { MediaStore } from '../../ports/media-store.js'
import { mediaFiles } from './media-files.js'

const wang = 'bank/wang'

describe('media in files', () => {
  let folder: string
  let media: MediaStore
  const modeOf = async (...path: string[]) => (await stat(join(folder, ...path))).mode & 0o777

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'media-')), 'media')
    media = mediaFiles(folder)
  })
  afterEach(() => rm(join(folder, '..'), { recursive: true }))

  keepsToTheMediaStore(() => media)

  it('leaves no draft beside what many write at once', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, at) => media.put(`${wang}/1/1`, Buffer.alloc(40_000, at))))

    expect(await readdir(join(folder, 'bank', 'wang', '1'))).to.deep.equal(['1'])
  })

  it('is open to nobody else on the machine', async () => {
    await media.put(`${wang}/1/1`, Buffer.from('sealed'))

    expect(await modeOf('bank', 'wang', '1', '1')).to.equal(0o600)
    for (const path of [[], ['bank'], ['bank', 'wang'], ['bank', 'wang', '1']])
      expect(await modeOf(...path)).to.equal(0o700)
  })

  it('leaves nothing behind where it could not write, and says that the place is away', async () => {
    await mkdir(join(folder, 'bank', 'wang', '1'), { recursive: true })
    await writeFile(join(folder, 'bank', 'file'), 'where a folder should be')

    expect(await outcomeOf(media.put('bank/file/1', Buffer.from('sealed')))).to.equal('media-away')
    expect(await outcomeOf(media.put(wang, Buffer.from('sealed')))).to.equal('media-away')
    expect(await readdir(join(folder, 'bank'))).to.have.members(['file', 'wang'])
  })
})
