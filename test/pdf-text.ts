/** What a reader finds in a PDF: text page by page, document information, the XMP packet, and how far to the right anything goes. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface ReadPdf {
  pages: string[]
  info: Record<string, unknown>
  xmp: string
  /** Share of the page's width, of the text that ends furthest to the right. */
  furthestRight: number
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const worker = new Worker(new URL('./pdf-text-thread.mjs', import.meta.url), {
    workerData: new Uint8Array(bytes),
    execArgv: [],
  })
  const [found] = (await once(worker, 'message')) as [ReadPdf]
  return found
}
