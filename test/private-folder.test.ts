import { expect } from 'chai'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { filledOnce, privateFolder } from './private-folder.js'

describe('a private folder', () => {
  let shared: string

  beforeEach(() => {
    shared = fs.mkdtempSync(path.join(os.tmpdir(), 'shared-'))
  })
  afterEach(() => fs.rmSync(shared, { recursive: true, force: true }))

  it('is made for this user alone, and is the same the second time', () => {
    const folder = privateFolder('browser', shared)

    expect(fs.statSync(folder).mode & 0o777).to.equal(0o700)
    expect(privateFolder('browser', shared)).to.equal(folder)
  })

  it('is refused when others may write in it', () => {
    for (const mode of [0o770, 0o702]) {
      fs.chmodSync(privateFolder('browser', shared), mode)

      expect(() => privateFolder('browser', shared)).to.throw('can be written by other users')
      fs.chmodSync(path.join(shared, fs.readdirSync(shared)[0]!), 0o700)
    }
  })

  it('is refused when it is a link', () => {
    const folder = privateFolder('browser', shared)
    fs.renameSync(folder, `${folder}-elsewhere`)
    fs.symlinkSync(`${folder}-elsewhere`, folder)

    expect(() => privateFolder('browser', shared)).to.throw('is a link')
  })

  it('is refused when another user made it', function () {
    const getuid = process.getuid?.bind(process)
    if (!getuid) return this.skip()
    const folder = privateFolder('browser', shared)
    process.getuid = () => getuid() + 1
    fs.renameSync(folder, folder.replace(/\d+$/, String(getuid() + 1)))

    try {
      expect(() => privateFolder('browser', shared)).to.throw('belongs to another user')
    } finally {
      process.getuid = getuid
    }
  })
})

describe('what is filled once', () => {
  let folder: string

  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'filled-'))
  })
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

  it('is whole for both of two that fill it at the same time, and filled no third time', async () => {
    let fills = 0
    const fill = async (at: string) => {
      fills += 1
      await new Promise(setImmediate)
      fs.writeFileSync(path.join(at, 'binary'), 'whole')
    }
    const [one, other] = await Promise.all([filledOnce(folder, 'v1', fill), filledOnce(folder, 'v1', fill)])
    await filledOnce(folder, 'v1', fill)

    expect(one).to.equal(other)
    expect(fs.readFileSync(path.join(one, 'binary'), 'utf8')).to.equal('whole')
    expect(fs.readdirSync(folder)).to.deep.equal(['v1'])
    expect(fills).to.equal(2)
  })

  it('leaves nothing of an attempt that failed', async () => {
    const failed = filledOnce(folder, 'v1', () => Promise.reject(new Error('no room')))

    expect(await failed.catch((error: Error) => error.message)).to.equal('no room')
    expect(fs.readdirSync(folder)).to.deep.equal([])
  })
})
