/** What the report is laid out with: Chinese first, English smaller and grey below it. Pure. */
import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Bilingual } from '../../../../shared/contracts/text.js'
import { eachLanguage, unchanged } from '../../../texts/in-every-language.js'

export const colours = {
  brand: '#0052d9',
  grey: '#5d6678',
  warn: '#8a3b00',
  warnSoft: '#fff1e9',
  soft: '#f3f5f9',
  line: '#dde1ea',
  bad: '#b3261e',
}
const small = 8.5
/** Of A4 between its margins, in points. */
const width = 499

interface Looks {
  bold?: boolean
  color?: string
  fontSize?: number
}

/** A Chinese font draws these as wide as a character, which tears English words apart. */
const narrow = (english: string): string => english.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

/** A text that is the same in both is written once. */
export function both(text: Bilingual | string, looks: Looks = {}): Content {
  const { zh, en } = typeof text === 'string' ? unchanged(text) : text
  const first = { text: zh, ...looks }
  if (zh === en) return first
  return {
    stack: [first, { text: narrow(en), color: colours.grey, fontSize: small }],
  }
}

/** Both on one line, for a few words. */
export const inLine = ({ zh, en }: Bilingual, looks: Looks = {}): Content => ({
  text: [
    { text: zh, ...looks },
    ...(zh === en ? [] : [{ text: `  ${narrow(en)}`, color: colours.grey, fontSize: small }]),
  ],
})

/** A new one each time: pdfmake writes into what it lays out. */
export const rule = (): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.5, lineColor: colours.line }],
  margin: [0, 0, 0, 3],
})

/** A title never stands alone at the end of a page; what comes first below it is short enough for one. */
export const section = (title: Bilingual, [first, ...rest]: readonly Content[]): Content[] => [
  {
    unbreakable: true,
    stack: [
      inLine(title, { bold: true, fontSize: 13, color: colours.brand }),
      rule(),
      { stack: first === undefined ? [] : [first], margin: [0, 6, 0, 0] },
    ],
    margin: [0, 14, 0, 0],
  },
  ...rest,
]

export const smallHeading = (text: Bilingual): Content => ({
  stack: [inLine(text, { bold: true })],
  margin: [0, 8, 0, 3],
})

export const bullets = (items: readonly Content[]): Content[] =>
  items.map((one) => ({ ul: [one], margin: [0, 0, 0, 3], markerColor: colours.grey }))

/** On a coloured ground, across the page. A width of its own breaks a word that is longer than the page is wide. */
export const box = (content: Content[], fillColor: string): Content => ({
  table: { widths: [width], body: [[{ stack: content, fillColor, margin: [8, 6, 8, 6] } satisfies TableCell]] },
  layout: 'noBorders',
  margin: [0, 2, 0, 4],
})

export const joined = (parts: readonly Bilingual[], between = ' · '): Bilingual =>
  eachLanguage((language) => parts.map((part) => part[language]).join(between))
