import { expect } from 'chai'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { thisBuild } from './this-build.js'

describe('the name of this build', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'this-build-'))
    mkdirSync(join(folder, 'build/app/server'), { recursive: true })
    writeFileSync(join(folder, 'build/app/package.json'), '{ "type": "module" }')
  })
  after(() => rmSync(folder, { recursive: true }))

  it('is the version of the package, also from built code, whose own package.json has none', () => {
    writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }')

    expect(thisBuild(pathToFileURL(join(folder, 'build/app/server/')))).to.equal('1.2.3')
  })
})
