import { spawnSync } from 'node:child_process'

/** A killed process that nobody has asked for its end yet still has its number, as a zombie. */
export function isAlive(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  return state !== '' && !state.startsWith('Z')
}
