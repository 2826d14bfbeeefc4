/** A document's content with every text in it made drawable. Pure. */
import type { Content } from 'pdfmake/interfaces.js'
import { drawableText } from './drawable-text.js'
import { undrawableNote, type PdfSpec } from './pdf-spec.js'

/** Where content stands inside content; whatever else a node has is about its looks. */
const holders = new Set(['text', 'stack', 'ul', 'ol', 'columns', 'table', 'body'])

export function drawableContent(spec: PdfSpec, has: (codePoint: number) => boolean): Content[] {
  let replaced = false
  const textOf = (text: string): string => {
    const drawable = drawableText(text, has, spec.undrawable)
    replaced ||= drawable.replaced
    return drawable.text
  }
  const walk = (node: unknown): unknown => {
    if (typeof node === 'string') return textOf(node)
    if (Array.isArray(node)) return node.map(walk)
    if (typeof node !== 'object' || node === null) return node
    return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, holders.has(key) ? walk(one) : one]))
  }
  const content = spec.content.map(walk) as Content[]
  return replaced ? content : (withoutNote(content) as Content[])
}

const isNote = (node: unknown): boolean =>
  typeof node === 'object' && node !== null && 'id' in node && node.id === undrawableNote

function withoutNote(node: unknown): unknown {
  if (Array.isArray(node)) return node.filter((one) => !isNote(one)).map(withoutNote)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, holders.has(key) ? withoutNote(one) : one]))
}
