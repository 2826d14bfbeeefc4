import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { loadedLater, withFiles } from './build-server.js'
import { filesBelow } from './fingerprint.js'

/** In the server's code: commands are not bundled, and the console otherwise. */
const packageLoadedLater = /await import\('([@a-z][^':]*)'\)/g

describe('the bundle of the server', () => {
  it('leaves out every package that is loaded later, which would lose its names in it', () => {
    const sources = filesBelow('server').filter((path) => /^server\/(?!console\/).*(?<!\.test)\.ts$/.test(path))
    const found = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(packageLoadedLater)].map(([, name]) => name!),
    )

    expect(found).to.include.members(loadedLater)
    expect([...withFiles, ...loadedLater]).to.include.members(found)
  })
})
