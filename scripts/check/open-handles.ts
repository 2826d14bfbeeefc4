/** What keeps this process from ending: each handle in words, with the test file after which it was first seen. */
import { ChildProcess } from 'node:child_process'
import { Server, Socket } from 'node:net'

const openedIn = new WeakMap<object, string>()

/** Not documented by Node, and the only list there is of the objects behind `process.getActiveResourcesInfo()`. */
const activeHandles = (): object[] => {
  const { _getActiveHandles: list } = process as unknown as { _getActiveHandles?: () => object[] }
  return list?.call(process) ?? []
}

const isStandardStream = (handle: object) =>
  [process.stdin, process.stdout, process.stderr].includes(handle as never) || handle === process.channel

/** To be called when a file's tests are over. */
export function noteWhoOpened(file: string): void {
  for (const handle of activeHandles()) if (!openedIn.has(handle)) openedIn.set(handle, file)
}

export function openHandles(): string[] {
  const handles = activeHandles().filter((handle) => !isStandardStream(handle))
  const named = handles.map((handle) => [nameOf(handle), openedIn.get(handle)].filter(Boolean).join(', opened in '))
  const timers = process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate').length
  return [...named, ...(timers > 0 ? [`timers: ${timers}`] : [])]
}

/** Children would outlive a process that is made to end. */
export function killChildren(): void {
  for (const handle of activeHandles()) if (handle instanceof ChildProcess) handle.kill('SIGKILL')
}

function nameOf(handle: object): string {
  if (handle instanceof ChildProcess) return `process ${handle.pid}: ${handle.spawnargs.join(' ')}`
  if (handle instanceof Server) return `server on ${addressOf(handle.address())}`
  if (handle instanceof Socket)
    return `socket from ${addressOf(handle.address())} to ${handle.remoteAddress ?? '?'}:${handle.remotePort ?? '?'}`
  return handle.constructor.name === 'MessagePort' ? 'a worker thread, or a port to one' : handle.constructor.name
}

function addressOf(address: string | object | null): string {
  if (address === null || typeof address === 'string') return address ?? '?'
  const { address: host = '?', port = '?' } = address as { address?: string; port?: number }
  return `${host}:${port}`
}
