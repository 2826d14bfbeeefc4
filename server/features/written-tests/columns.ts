/** The columns of a file with results, by the names that people give them. Pure. */
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { TableLine } from '../../tables/read-table.js'
import { texts } from './texts/index.js'

/** What is said of one place in the file. */
export interface Fault {
  line: number
  column: number
  message: Bilingual
  fix: Bilingual
}

const names = {
  phone: ['手机号', '手机', 'phone'],
  code: ['短码', 'code'],
  item: ['题号', 'item'],
  title: ['题目', 'title'],
  kind: ['类型', 'kind'],
  right: ['对错', 'right'],
  points: ['得分', 'points'],
  of: ['满分', 'of'],
  answer: ['作答', 'answer'],
  rightAnswer: ['正确答案', 'right answer'],
  explanation: ['解析', 'explanation'],
} as const
export type Column = keyof typeof names
export type Columns = Partial<Record<Column, number>>

const all = Object.keys(names) as Column[]
const needed: readonly Column[] = ['item', 'points', 'of']
const called = (column: Column): string => `${names[column][0]} (${names[column].at(-1)})`

export function columnsOf({ line, cells }: TableLine): { columns: Columns; faults: Fault[] } {
  const columns: Columns = {}
  const faults: Fault[] = []
  cells.forEach((cell, at) => {
    if (cell === '') return
    const column = all.find((one) => (names[one] as readonly string[]).includes(cell.toLowerCase()))
    if (column && columns[column] === undefined) columns[column] = at
    else faults.push({ line, column: at + 1, ...(column ? texts.columnTwice : unknownColumn) })
  })
  return { columns, faults: [...faults, ...missingIn(columns, line)] }
}

const unknownColumn = {
  message: texts.unknownColumn.message,
  fix: texts.unknownColumn.fix(all.map(called).join(' · ')),
}

function missingIn(columns: Columns, line: number): Fault[] {
  const missing = needed.filter((one) => columns[one] === undefined).map(called)
  if (columns.phone === undefined && columns.code === undefined) missing.push(`${called('phone')} / ${called('code')}`)
  if (missing.length === 0) return []
  const { message, fix } = texts.missingColumn
  return [{ line, column: 1, message: message(missing.join(' · ')), fix }]
}
