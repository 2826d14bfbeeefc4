import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { prepareFiles } from './files.js'

const rightsOf = (path: string): number => statSync(path).mode & 0o777

describe('the folders of a store', () => {
  let place: string
  let deep: string
  /** Under the system's temporary folder: named by a hash of the one that is too deep, which no other run has. */
  let ofSocket: string

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'files-'))
    deep = join(place, 'x'.repeat(120))
    ofSocket = dirname(prepareFiles(deep).socket)
  })
  afterEach(() => {
    rmSync(place, { recursive: true })
    rmSync(ofSocket, { recursive: true, force: true })
  })

  it('are made for this user alone, and the same each time', () => {
    expect([rightsOf(deep), rightsOf(ofSocket)]).to.deep.equal([0o700, 0o700])
    expect(dirname(prepareFiles(deep).socket)).to.equal(ofSocket)
    expect(dirname(ofSocket)).to.equal(tmpdir())
  })

  it('may be a link and get their rights where the operator chose the place', () => {
    const chosen = join(place, 'chosen')
    mkdirSync(chosen, { mode: 0o755 })
    symlinkSync(chosen, join(place, 'link'))

    expect(prepareFiles(join(place, 'link')).data).to.equal(join(chosen, 'data.sqlite'))
    expect(rightsOf(chosen)).to.equal(0o700)
  })

  it('are refused in a shared place when others may enter', () => {
    for (const mode of [0o770, 0o702, 0o750]) {
      chmodSync(ofSocket, mode)

      expect(() => prepareFiles(deep), mode.toString(8)).to.throw(`${ofSocket}, is open to other users: remove it`)
      expect(rightsOf(ofSocket)).to.equal(mode)
    }
  })

  it('are refused in a shared place when they are a link, or a file', () => {
    renameSync(ofSocket, join(place, 'elsewhere'))
    symlinkSync(join(place, 'elsewhere'), ofSocket)
    expect(() => prepareFiles(deep)).to.throw('is a link')

    rmSync(ofSocket)
    writeFileSync(ofSocket, '')
    expect(() => prepareFiles(deep)).to.throw('is no folder')
  })

  it('are refused when another user made them', function () {
    const getuid = process.getuid?.bind(process)
    if (!getuid) return this.skip()
    const users = [getuid() + 1, getuid(), getuid() + 1]
    process.getuid = () => users.shift() ?? 0
    try {
      expect(() => prepareFiles(deep)).to.throw(`the folder of the store belongs to another user: ${deep}`)
      expect(() => prepareFiles(deep)).to.throw(`${ofSocket}, belongs to another user`)
    } finally {
      process.getuid = getuid
    }
  })
})
