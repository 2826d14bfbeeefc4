/** `npm test` on a fresh clone: installs what tests need, then runs every gate in this process, so that ending it ends them all. */
import { installIfNeeded } from './install.mjs'

installIfNeeded()
const { register } = await import('tsx/esm/api')
register()
await import('./check.ts')
