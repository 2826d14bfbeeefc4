/** `npm start` on a fresh clone: installs, builds, then starts the product (and the sandbox when no credentials are set). */
import { spawnSync } from 'node:child_process'
import { installIfNeeded } from './install.mjs'

installIfNeeded()
const node = (args) => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
node(['--import', 'tsx', 'scripts/build.ts'])
await import('../build/app/scripts/run.js')
