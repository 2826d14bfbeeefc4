/** How this build calls itself in what it leaves behind: the version of the package it lies in. */
import { existsSync, readFileSync } from 'node:fs'

export function thisBuild(from = new URL('.', import.meta.url)): string {
  for (let folder = from; ; folder = new URL('..', folder)) {
    const file = new URL('package.json', folder)
    if (existsSync(file)) return String((JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version)
    if (folder.pathname === '/') return 'unknown'
  }
}
