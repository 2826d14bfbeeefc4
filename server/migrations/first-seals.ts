/** How the first versions sealed, by owner and field: what migrations before the thirteenth find and write. */
import type { DataKeys, Owner } from '../mongo/data-keys.js'
import { openBytes, sealBytes } from '../mongo/sealing.js'
import { dataUnreadable } from '../mongo/unreadable.js'

export interface FirstSeals {
  open<Plain>(owner: Owner, field: string, sealed: Uint8Array): Promise<Plain>
  seal(owner: Owner, field: string, plain: unknown): Promise<Buffer>
}

export function firstSeals(keys: Pick<DataKeys, 'toOpen' | 'toSeal'>): FirstSeals {
  return {
    async open<Plain>(owner: Owner, field: string, sealed: Uint8Array) {
      const key = await keys.toOpen(owner)
      return JSON.parse(opened(key, contextOf(owner, field), sealed).toString()) as Plain
    },

    seal: async (owner, field, plain) =>
      sealBytes(await keys.toSeal(owner), contextOf(owner, field), Buffer.from(JSON.stringify(plain))),
  }
}

const contextOf = ({ orgId, ownerId }: Owner, field: string) => `${orgId}\0${ownerId}\0${field}`

function opened(key: Buffer, context: string, sealed: Uint8Array): Buffer {
  try {
    return openBytes(key, context, Buffer.from(sealed))
  } catch (cause) {
    throw dataUnreadable('a row of the first version', cause)
  }
}
