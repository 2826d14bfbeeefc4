import type { Doc } from '../doc.js'
import type { Catalog } from '../engine/catalog.js'
import type { Store } from '../store/store.js'
import type { Cursors } from './cursors.js'

/** What every command works on. */
export interface Context {
  store: Store
  catalog: Catalog
  cursors: Cursors
  now: () => Date
}

export interface Command {
  /** The arguments it knows besides its name and the general ones; undefined lets any pass (handshakes carry what they like). */
  known?: readonly string[]
  run: (context: Context, command: Doc) => Doc | Buffer | Promise<Doc | Buffer>
}
