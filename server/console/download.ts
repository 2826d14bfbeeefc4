/** A file from the product, kept by the browser under the name that the product gives it. */
import { ask, type Sent } from './api.js'
import type { Calls } from './calls.js'

/** A document is made when it is asked for, and others may be before it. */
const timeoutMs = 90_000

export async function download<K extends keyof Calls>(key: K, sent: Sent<K>): Promise<void> {
  const reply = await ask(key, sent, timeoutMs)
  const address = URL.createObjectURL(await reply.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = /filename="([^"]+)"/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? ''
  link.click()
  URL.revokeObjectURL(address)
}
