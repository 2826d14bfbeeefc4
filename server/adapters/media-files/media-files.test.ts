import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { maxObjectBytes, type MediaStore } from '../../ports/media-store.js'
import { mediaFiles } from './media-files.js'

const wang = 'bank/wang'

describe('media in files', () => {
  let folder: string
  let media: MediaStore
  const errorOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => undefined,
      (error: { code?: string; message: string }) => error.code ?? error.message,
    )
  const modeOf = async (...path: string[]) => (await stat(join(folder, ...path))).mode & 0o777

  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'media-')), 'media')
    media = mediaFiles(folder)
  })
  afterEach(() => rm(join(folder, '..'), { recursive: true }))

  it('come back byte for byte, and what nobody put is not there', async () => {
    const bytes = randomBytes(maxObjectBytes)
    await media.put(`${wang}/1/1`, bytes)

    expect(await media.get(`${wang}/1/1`)).to.deep.equal(bytes)
    expect(await media.get(`${wang}/1/2`)).to.equal(undefined)
  })

  it('are replaced as a whole, by the last of those who write at once', async () => {
    const all = Array.from({ length: 12 }, (_, at) => Buffer.alloc(40_000, at))
    await Promise.all(all.map((bytes) => media.put(`${wang}/1/1`, bytes)))

    const found = (await media.get(`${wang}/1/1`))!
    expect(all.some((bytes) => bytes.equals(found))).to.equal(true)
    expect(await readdir(join(folder, 'bank', 'wang', '1'))).to.deep.equal(['1'])
  })

  it('are open to nobody else on the machine', async () => {
    await media.put(`${wang}/1/1`, Buffer.from('sealed'))

    expect(await modeOf('bank', 'wang', '1', '1')).to.equal(0o600)
    for (const path of [[], ['bank'], ['bank', 'wang'], ['bank', 'wang', '1']])
      expect(await modeOf(...path)).to.equal(0o700)
  })

  it('are removed by what their keys begin with, between slashes only, and twice is once', async () => {
    for (const key of [`${wang}/1/1`, `${wang}/2/1`, 'bank/wang2/1/1']) await media.put(key, Buffer.from('sealed'))
    await media.remove(wang)
    await media.remove(wang)

    expect(await media.get(`${wang}/2/1`)).to.equal(undefined)
    expect(await media.get('bank/wang2/1/1')).to.deep.equal(Buffer.from('sealed'))
  })

  for (const key of [
    '',
    '/etc/passwd',
    '../up',
    'bank/../up',
    'bank//1',
    'bank/.',
    'Bank/1',
    'bank/1\0',
    'bank/_x',
    'bank/',
  ])
    it(`have no key that leads elsewhere: ${JSON.stringify(key)}`, async () => {
      const said = 'not a key of the media store'

      expect(await errorOf(media.put(key, Buffer.from('sealed')))).to.equal(said)
      expect(await errorOf(media.get(key))).to.equal(said)
      expect(await errorOf(media.remove(key))).to.equal(said)
    })

  it('are refused when they are larger than a piece', async () => {
    expect(await errorOf(media.put('bank/1', Buffer.alloc(maxObjectBytes + 1)))).to.contain('too large')
  })

  it('leave nothing behind where they could not be written, and say that the place is away', async () => {
    await mkdir(join(folder, 'bank', 'wang', '1'), { recursive: true })
    await writeFile(join(folder, 'bank', 'file'), 'where a folder should be')

    expect(await errorOf(media.put('bank/file/1', Buffer.from('sealed')))).to.equal('media-away')
    expect(await errorOf(media.put(wang, Buffer.from('sealed')))).to.equal('media-away')
    expect(await readdir(join(folder, 'bank'))).to.have.members(['file', 'wang'])
  })

  it('stand whole while others remove beside them', async () => {
    const keys = Array.from({ length: 40 }, (_, at) => `${wang}/${at}/1`)
    await Promise.all(
      keys.map((key, at) => (at % 2 ? media.put(key, Buffer.from(key)) : media.remove(`${wang}/${at + 1}`))),
    )
    for (const key of keys) {
      const found = await media.get(key)
      if (found) expect(found.toString()).to.equal(key)
    }
  })
})
