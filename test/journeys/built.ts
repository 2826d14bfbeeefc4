/** What `npm start` runs, built once when the sources have changed; the journeys start from it. */
import { spawnSync } from 'node:child_process'

/** Environment of a journey whose starter has built already. */
export const builtMark = { JOURNEYS_ARE_BUILT: '1' }

export const built = {
  product: 'build/app/server/main.js',
  sandbox: 'build/app/server/sandbox/main.js',
  phoneDir: 'build/miniprogram-web',
  pageDir: 'build/sandbox-page',
  consoleDir: 'build/console',
} as const

/** To be called before what is built is used: a journey run alone builds it first. */
export function ensureBuilt(): void {
  if (process.env.JOURNEYS_ARE_BUILT) return
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the product could not be built: see above')
  Object.assign(process.env, builtMark)
}
