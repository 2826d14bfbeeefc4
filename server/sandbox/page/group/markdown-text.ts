import { h, type FunctionalComponent, type VNode } from 'vue'
import { inWecom } from '../wecom/open-link.js'
import { readMarkdown, type Line } from './read-markdown.js'

/** Draws what was read, element by element. A first line in bold is the card's fact, as a heading is. */
export const MarkdownText: FunctionalComponent<{ content: string }> = ({ content }) =>
  h(
    'div',
    { class: 'md' },
    readMarkdown(content).map((line, index) => lineNode(line, index === 0)),
  )

function lineNode(line: Line, first: boolean): VNode {
  const isFact = line.kind === 'heading' || (first && line.spans[0]?.kind === 'bold')
  return h('p', { class: [`md-${line.kind}`, isFact && 'md-fact'] }, line.spans.map(spanNode))
}

function spanNode({ kind, text, href }: Line['spans'][number]): VNode | string {
  switch (kind) {
    case 'plain':
      return text
    case 'bold':
      return h('b', text)
    case 'code':
      return h('code', text)
    case 'link':
      return h('a', { href: inWecom(href!), target: '_blank', rel: 'noopener' }, text)
    default:
      return h('span', { class: `md-${kind}` }, text)
  }
}
