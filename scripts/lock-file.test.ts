import { readFileSync } from 'node:fs'
import { expect } from 'chai'

interface Locked {
  optionalDependencies?: Record<string, string>
}

/**
 * npm forgets the optional binaries of other platforms when it writes a lock file beside an existing node_modules, and `npm ci`
 * then refuses the file everywhere. The cure: remove both, then `npm install --package-lock-only`.
 */
describe('package-lock.json', () => {
  it('names every optional binary of every platform, as npm ci demands', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> }

    const forgotten = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !isLocked(packages, path, name))
        .map((name) => `${name}, wanted by ${path}`),
    )

    expect(forgotten).to.deep.equal([])
  })
})

/** As Node resolves: beside the package that asks, or in any folder above it. */
function isLocked(packages: Record<string, Locked>, from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at && `${at}/`}node_modules/${name}` in packages) return true
    if (at === '') return false
  }
}
