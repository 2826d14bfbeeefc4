import { convertUnits } from '../../styles/units.js'
import { navigate } from '../router/navigate.js'
import { defineBuiltin } from './define.js'
import { addNode, pixels } from './nodes.js'

const PLAIN = [
  'view',
  'cover-view',
  'page-meta',
  'root-portal',
  'match-media',
  'share-element',
  'page-container',
  'swiper-item',
  'picker-view-column',
]
const ICONS: Record<string, string> = {
  success: '✓',
  success_no_circle: '✓',
  cancel: '×',
  clear: '×',
  warn: '!',
  info: 'i',
  waiting: '…',
  search: '⌕',
  download: '↓',
}

interface RichNode {
  type?: string
  text?: string
  name?: string
  attrs?: Record<string, string>
  children?: RichNode[]
}

export function definePlain(): void {
  for (const tag of PLAIN)
    defineBuiltin(tag, { props: { itemId: String, show: Boolean, rootFontSize: String, pageStyle: String } })
  defineBuiltin('text', {
    props: {
      userSelect: Boolean,
      selectable: Boolean,
      space: String,
      decode: Boolean,
      overflow: String,
      maxLines: Number,
    },
  })
  defineBuiltin('picker-view', {
    props: {
      value: null,
      indicatorStyle: String,
      indicatorClass: String,
      maskStyle: String,
      maskClass: String,
      immediateChange: Boolean,
    },
  })
  defineBuiltin('canvas', {
    props: { type: String, canvasId: String, disableScroll: Boolean },
    create: ({ $$ }) => void addNode($$, 'canvas'),
  })
  defineIcon()
  defineRichText()
  defineNavigator()
}

function defineIcon() {
  defineBuiltin('icon', {
    props: { type: String, size: null, color: String },
    update({ $$, data }) {
      $$.textContent = ICONS[data.type as string] ?? ''
      Object.assign($$.style, { fontSize: `${pixels(data.size, 23)}px`, color: data.color as string })
    },
  })
}

function defineRichText() {
  defineBuiltin('rich-text', {
    props: { nodes: null, space: String, userSelect: Boolean },
    update({ $$, data }) {
      const nodes = data.nodes as string | RichNode[] | null
      $$.innerHTML = convertUnits(typeof nodes === 'string' ? nodes : (nodes ?? []).map(renderNode).join(''))
    },
  })
}

function renderNode({ type, text = '', name = 'div', attrs = {}, children = [] }: RichNode): string {
  if (type === 'text') return text.replace(/[&<>]/g, (char) => `&#${char.charCodeAt(0)};`)
  const attributes = Object.entries(attrs)
    .map(([key, value]) => ` ${key}="${String(value).replace(/"/g, '&quot;')}"`)
    .join('')
  return `<${name}${attributes}>${children.map(renderNode).join('')}</${name}>`
}

function defineNavigator() {
  defineBuiltin('navigator', {
    props: {
      url: String,
      openType: { type: String, value: 'navigate' },
      delta: Number,
      target: String,
      appId: String,
      path: String,
    },
    create(self) {
      self.$$.setAttribute('role', 'link')
      self.addListener('tap', () => {
        try {
          navigate(self.data.openType as string, {
            url: self.data.url as string,
            delta: (self.data.delta as number) || 1,
          })
          self.triggerEvent('success')
        } catch (cause) {
          self.triggerEvent('fail', { errMsg: (cause as Error).message })
        }
      })
    },
  })
}
