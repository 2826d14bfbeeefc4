/**
 * The markdown that WeCom shows in a group (03-group-webhook), read into plain data. Nothing is ever turned into HTML text, so
 * a candidate's name cannot become markup.
 */
interface Span {
  text: string
  kind: 'plain' | 'bold' | 'code' | 'link' | 'mention' | 'info' | 'comment' | 'warning'
  href?: string
}

export interface Line {
  kind: 'heading' | 'quote' | 'item' | 'text' | 'gap'
  spans: Span[]
}

const spanPattern =
  /\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)|<font color="(info|comment|warning)">(.*?)<\/font>|<?(@[^\s<>@]{1,20})>?/g

export function readMarkdown(text: string): Line[] {
  return text.replaceAll('\r', '').split('\n').map(readLine)
}

/** The words alone, for a screen reader. */
export function wordsOf(text: string): string {
  const lines = readMarkdown(text).map(({ spans }) => spans.map((span) => span.text).join(''))
  return lines.filter((line) => line !== '').join('\n')
}

function readLine(line: string): Line {
  if (line.trim() === '') return { kind: 'gap', spans: [] }
  const heading = /^#{1,6}\s+(.*)$/.exec(line)
  if (heading) return { kind: 'heading', spans: readSpans(heading[1]!) }
  const quote = /^>\s?(.*)$/.exec(line)
  if (quote) return { kind: 'quote', spans: readSpans(quote[1]!) }
  const item = /^\s*(?:[-*]|\d+\.)\s+(.*)$/.exec(line)
  if (item) return { kind: 'item', spans: readSpans(item[1]!) }
  return { kind: 'text', spans: readSpans(line) }
}

function readSpans(line: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const match of line.matchAll(spanPattern)) {
    if (match.index > from) spans.push({ kind: 'plain', text: line.slice(from, match.index) })
    spans.push(spanOf(match))
    from = match.index + match[0].length
  }
  if (from < line.length) spans.push({ kind: 'plain', text: line.slice(from) })
  return spans
}

function spanOf([, bold, code, label, href, color, colored, mention]: RegExpExecArray | RegExpMatchArray): Span {
  if (bold !== undefined) return { kind: 'bold', text: bold }
  if (code !== undefined) return { kind: 'code', text: code }
  if (label !== undefined) return { kind: 'link', text: label, href: href! }
  if (color !== undefined) return { kind: color as 'info' | 'comment' | 'warning', text: colored! }
  return { kind: 'mention', text: mention! }
}
