/** What a PDF is made of, as data: a function cannot go into another thread. */
import type { Content } from 'pdfmake/interfaces.js'

export interface PdfSpec {
  content: Content[]
  /** On every page, left and right; `{page}` and `{pages}` are filled in. */
  header: Sides
  footer: Sides
  info: PdfInfo
  /** What stands in the place of characters that the font has not; `{codes}` and `{count}` are filled in. */
  undrawable: { few: string; many: string }
}

export interface Sides {
  left: string
  right: string
}

/** Nobody's name or number: viewers, mail programs and search engines show it. */
export interface PdfInfo {
  title: string
  author: string
  subject: string
  createdAt: Date
  aiLabel?: AiLabel
}

/** Of content that a machine made (C12): who produced it, under which number. */
export interface AiLabel {
  producer: string
  id: string
}

/** Shown only where a character was replaced. */
export const undrawableNote = 'undrawableNote'
