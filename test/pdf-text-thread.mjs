/** Reads one PDF and ends. A thread of its own: the library adds what this Node lacks to the globals, which other libraries stumble over. */
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const task = getDocument({
  data: workerData,
  // Without them Chinese text in some encodings would come out empty, and without a word
  cMapUrl: join(folder, 'cmaps/'),
  cMapPacked: true,
  standardFontDataUrl: join(folder, 'standard_fonts/'),
})
const document = await task.promise
const pages = []
let furthestRight = 0
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number)
  const { width } = page.getViewport({ scale: 1 })
  const items = (await page.getTextContent()).items.filter((one) => 'str' in one)
  pages.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''))
  for (const item of items) furthestRight = Math.max(furthestRight, (item.transform[4] + item.width) / width)
}
const { info, metadata } = await document.getMetadata()
await task.destroy()
parentPort.postMessage({ pages, info, xmp: String(metadata?.getRaw() ?? ''), furthestRight })
