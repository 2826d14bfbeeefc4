/** `npm test` on a fresh clone: installs what tests need, then runs every gate. */
import { spawnSync } from 'node:child_process'
import { installIfNeeded } from './install.mjs'

installIfNeeded()
const { status } = spawnSync('npm', ['run', '--silent', 'check'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exit(status ?? 1)
