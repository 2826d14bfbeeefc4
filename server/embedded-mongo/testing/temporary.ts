import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose, { type Connection } from 'mongoose'

/** Things to undo after a test, last first. */
export class Temporary {
  private readonly undo: (() => unknown)[] = []

  folder(): string {
    const path = mkdtempSync(join(tmpdir(), 'embedded-'))
    this.undo.push(() => rmSync(path, { recursive: true, force: true }))
    return path
  }

  afterwards(undo: () => unknown): void {
    this.undo.push(undo)
  }

  /** Calls fail while there is no server; nothing is buffered. */
  async connect(uri: string, dbName = 'test'): Promise<Connection> {
    const connection = await mongoose.createConnection(uri, { dbName, bufferCommands: false }).asPromise()
    this.undo.push(() => connection.close(true))
    return connection
  }

  async clear(): Promise<void> {
    for (const undo of this.undo.splice(0).reverse()) await undo()
  }
}

/** Checks again and again until it is so, for `patienceMs` at most. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, patienceMs = 10_000): Promise<void> {
  const end = performance.now() + patienceMs
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`it never came true: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
