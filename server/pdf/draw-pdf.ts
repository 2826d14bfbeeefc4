/** Draws a PDF: hundreds of milliseconds of work with a font of 10 MB, so in the thread only (pdf-maker.ts). */
import { createRequire } from 'node:module'
import { openSync } from 'fontkit'
import pdfmake from 'pdfmake'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { inXml, labelField, labelXml } from './ai-label.js'
import { drawableContent } from './drawable-content.js'
import type { PdfInfo, PdfSpec, Sides } from './pdf-spec.js'

const folder = '@expo-google-fonts/noto-sans-sc'
const fileOf = (style: string) => createRequire(import.meta.url).resolve(`${folder}/${style}/NotoSansSC_${style}.ttf`)
const [regular, bold] = [fileOf('400Regular'), fileOf('700Bold')]
const font = 'NotoSansSC'
const margin = { side: 48, top: 56, bottom: 52 }
const edges = { color: '#5d6678', fontSize: 8 }

pdfmake.setFonts({ [font]: { normal: regular, bold, italics: regular, bolditalics: bold } })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold)

/** What `getStream` gives is pdfkit's document, which is typed as a stream only. */
interface WithMetadata {
  appendXML(xml: string): void
}

export async function drawPdf(spec: PdfSpec): Promise<Uint8Array> {
  const letters = openSync(regular)
  const content = drawableContent(spec, (codePoint) => letters.hasGlyphForCodePoint(codePoint))
  const pdf = pdfmake.createPdf(definitionOf(spec, content))
  const document = (await pdf.getStream()) as unknown as WithMetadata
  const { aiLabel } = spec.info
  if (aiLabel) document.appendXML(labelXml(aiLabel))
  return pdf.getBuffer()
}

const definitionOf = ({ header, footer, info }: PdfSpec, content: Content[]): TDocumentDefinitions => ({
  // Below 1.4 there is no XMP packet
  version: '1.7',
  pageSize: 'A4',
  pageMargins: [margin.side, margin.top, margin.side, margin.bottom],
  language: 'zh-CN',
  info: infoOf(info),
  defaultStyle: { font, fontSize: 10, lineHeight: 1.2, color: '#1f2329' },
  content,
  header: (page, pages) => onEdge(header, { page, pages, top: 24 }),
  footer: (page, pages) => onEdge(footer, { page, pages, top: 16 }),
})

function infoOf({ title, author, subject, createdAt, aiLabel }: PdfInfo): TDocumentDefinitions['info'] {
  return {
    title: inXml(title),
    author: inXml(author),
    subject: inXml(subject),
    creator: 'Xiaozhao',
    producer: 'pdfmake',
    creationDate: createdAt,
    ...(aiLabel && { AIGC: labelField(aiLabel) }),
  }
}

function onEdge({ left, right }: Sides, { page, pages, top }: { page: number; pages: number; top: number }): Content {
  const filled = (text: string) => text.replaceAll('{page}', String(page)).replaceAll('{pages}', String(pages))
  return {
    ...edges,
    margin: [margin.side, top, margin.side, 0],
    columns: [
      { width: 'auto', text: filled(left) },
      { width: '*', text: filled(right), alignment: 'right' },
    ],
    columnGap: 16,
  }
}
