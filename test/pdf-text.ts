/** What a reader finds in a PDF: text page by page, document information, the XMP packet, and how far to the right anything goes. */
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export interface ReadPdf {
  pages: string[]
  info: Record<string, unknown>
  xmp: string
  /** Share of the page's width, of the text that ends furthest to the right. */
  furthestRight: number
}

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    // Without them Chinese text in some encodings would come out empty, and without a word
    cMapUrl: join(folder, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts/'),
  })
  const document = await task.promise
  const pages: string[] = []
  let furthestRight = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { width } = page.getViewport({ scale: 1 })
    const items = (await page.getTextContent()).items.filter((one) => 'str' in one)
    pages.push(items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join(''))
    for (const item of items)
      furthestRight = Math.max(furthestRight, ((item.transform[4] as number) + item.width) / width)
  }
  const { info, metadata } = await document.getMetadata()
  await task.destroy()
  return { pages, info: info as Record<string, unknown>, xmp: String(metadata?.getRaw() ?? ''), furthestRight }
}
