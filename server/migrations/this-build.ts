/** How this build calls itself in what it leaves behind: the version of the package it lies in. */
import { existsSync, readFileSync } from 'node:fs'

export function thisBuild(from = new URL('.', import.meta.url)): string {
  for (let folder = from; ; folder = new URL('..', folder)) {
    const version = versionIn(new URL('package.json', folder))
    if (version !== undefined) return version
    if (folder.pathname === '/') return 'unknown'
  }
}

/** The built code has a package.json of its own, which says only that it is a module. */
function versionIn(file: URL): string | undefined {
  if (!existsSync(file)) return undefined
  return (JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version
}
