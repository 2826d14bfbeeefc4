import type { Files } from '../../miniprogram/platform/files.js'

/** Files of a phone in memory. */
export function memoryFiles(): Files & { held: Map<string, ArrayBuffer> } {
  const held = new Map<string, ArrayBuffer>()
  return {
    held,
    write: async (name, bytes) => {
      held.set(name, bytes)
      return 'written'
    },
    read: async (name) => held.get(name),
    remove: async (name) => void held.delete(name),
    names: async () => [...held.keys()],
  }
}
