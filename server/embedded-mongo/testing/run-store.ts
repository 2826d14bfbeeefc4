/** Run by store-process.ts: opens the store of a folder and stays. */
import { openEmbeddedMongo } from '../index.js'

const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`)

const store = await openEmbeddedMongo({
  dataDir: process.argv[2] ?? '',
  onEvent: (event) => {
    if (event.kind === 'role') say({ role: event.role })
  },
})
say({ uri: store.uri, role: store.role(), healthy: store.healthy() })
