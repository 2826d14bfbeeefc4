/** Keeps the phones over a restart: the whole state in one file, replaced atomically, readable by its owner only. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { stateVersion, type SandboxState } from './state.js'

const delayMs = 150
const keptCalls = 200

/** `unreadable` also of an older version: nothing in a simulation is worth a migration, but its user is told. */
export function readSnapshot(file: string): SandboxState | 'none' | 'unreadable' {
  if (!existsSync(file)) return 'none'
  try {
    const state = JSON.parse(readFileSync(file, 'utf8')) as SandboxState
    return state.version === stateVersion ? state : 'unreadable'
  } catch {
    return 'unreadable'
  }
}

/**
 * Writes shortly after a change, many changes at once. What was accepted less than 150 ms before a hard kill of the
 * sandbox is lost: it stands for the platform, and the tests kill the product, never the platform.
 */
export function snapshotWriter(file: string, state: () => SandboxState) {
  let timer: NodeJS.Timeout | undefined
  let isOver = false

  function writeNow(): void {
    clearTimeout(timer)
    timer = undefined
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const draft = `${file}.new`
    rmSync(draft, { force: true })
    writeFileSync(draft, JSON.stringify({ ...state(), calls: state().calls.slice(-keptCalls) }), { mode: 0o600 })
    renameSync(draft, file)
  }

  return {
    writeSoon(): void {
      if (!isOver) timer ??= setTimeout(writeNow, delayMs)
    },
    writeNow,
    /** Once more, and never again: a call-back that is still on its way may change the state after its folder is gone. */
    end(): void {
      writeNow()
      isOver = true
    },
  }
}
