/** From the lines of a file to the items of each person, or what is wrong with it, line by line. Pure. */
import { writtenItemKinds, type WrittenItem } from '../../../shared/contracts/written-tests.js'
import type { Bilingual } from '../../../shared/contracts/text.js'
import type { TableLine } from '../../tables/read-table.js'
import { columnsOf, type Column, type Columns, type Fault } from './columns.js'
import { texts } from './texts/index.js'

/** By the phone that is on file, or by the code on the candidate's page. */
export type Who = { phone: string } | { code: string }

export interface ReadPerson {
  who: Who
  /** Where they come first. */
  line: number
  column: number
  items: WrittenItem[]
}

const mostPeople = 500
const mostItems = 200
const longestText = 2000
const longestId = 60
const mostPoints = 10_000
const mobile = /^1[3-9]\d{9}$/
const rightWords: Readonly<Record<string, boolean>> = {
  对: true,
  正确: true,
  right: true,
  true: true,
  '1': true,
  是: true,
  错: false,
  错误: false,
  wrong: false,
  false: false,
  '0': false,
  否: false,
}

export function readWrittenTest([head, ...lines]: readonly TableLine[]): { people: ReadPerson[]; faults: Fault[] } {
  if (!head || lines.length === 0) return { people: [], faults: [{ line: head?.line ?? 1, column: 1, ...texts.empty }] }
  const { columns, faults } = columnsOf(head)
  if (faults.length > 0) return { people: [], faults }

  const people = new Map<string, ReadPerson>()
  for (const line of lines) faults.push(...takeLine(people, new Cells(line, columns)))
  if (people.size > mostPeople) faults.push({ line: head.line, column: 1, ...texts.tooManyPeople })
  return { people: [...people.values()], faults }
}

type Said = { message: Bilingual; fix: Bilingual }

class Cells {
  readonly faults: Fault[] = []

  constructor(
    private readonly line: TableLine,
    private readonly columns: Columns,
  ) {}

  text(column: Column): string {
    return this.line.cells[this.columns[column] ?? -1] ?? ''
  }

  place(column: Column): { line: number; column: number } {
    return { line: this.line.line, column: (this.columns[column] ?? 0) + 1 }
  }

  refuse(column: Column, said: Said): undefined {
    this.faults.push({ ...this.place(column), ...said })
    return undefined
  }
}

function takeLine(people: Map<string, ReadPerson>, cells: Cells): Fault[] {
  const who = whoIn(cells)
  const item = itemIn(cells)
  if (!who || !item || cells.faults.length > 0) return cells.faults
  const key = JSON.stringify(who)
  const person = people.get(key) ?? { who, ...cells.place('phone' in who ? 'phone' : 'code'), items: [] }
  people.set(key, person)
  if (person.items.some((one) => one.item === item.item)) cells.refuse('item', texts.itemTwice)
  else if (person.items.length === mostItems) cells.refuse('item', texts.tooManyItems)
  else person.items.push(item)
  return cells.faults
}

function whoIn(cells: Cells): Who | undefined {
  const code = cells.text('code').toUpperCase()
  if (code !== '') return { code }
  const phone = cells.text('phone').replace(/^\+?86|[\s-]/g, '')
  if (phone === '') return cells.refuse('phone', texts.noPerson)
  return mobile.test(phone) ? { phone } : cells.refuse('phone', texts.phone)
}

function itemIn(cells: Cells): WrittenItem | undefined {
  const item = cells.text('item')
  if (item === '' || item.length > longestId) return cells.refuse('item', texts.item)
  const [points, of] = [pointsIn(cells, 'points'), pointsIn(cells, 'of')]
  if (points === undefined || of === undefined) return undefined
  if (points > of) return cells.refuse('points', texts.tooManyPoints)
  const kind = kindIn(cells)
  const right = rightIn(cells, points === of)
  if (!kind || right === undefined) return undefined
  return { item, kind, right, points, of, ...wordsIn(cells) }
}

function pointsIn(cells: Cells, column: 'points' | 'of'): number | undefined {
  const text = cells.text(column)
  const points = /^\d{1,5}(\.\d{1,4})?$/.test(text) ? Number(text) : Number.NaN
  return points <= mostPoints ? points : cells.refuse(column, texts.points)
}

function kindIn(cells: Cells): WrittenItem['kind'] | undefined {
  const text = cells.text('kind').toLowerCase()
  if (text === '') return 'question'
  return writtenItemKinds.find((one) => one === text) ?? cells.refuse('kind', texts.kind)
}

/** Left empty: right is who got all points. */
function rightIn(cells: Cells, full: boolean): boolean | undefined {
  const text = cells.text('right').toLowerCase()
  if (text === '') return full
  return rightWords[text] ?? cells.refuse('right', texts.right)
}

function wordsIn(cells: Cells): Pick<WrittenItem, 'title' | 'answer' | 'rightAnswer' | 'explanation'> {
  const columns = ['title', 'answer', 'rightAnswer', 'explanation'] as const
  for (const column of columns) if (cells.text(column).length > longestText) cells.refuse(column, texts.tooLong)
  return Object.fromEntries(columns.map((one) => [one, cells.text(one)] as const).filter(([, text]) => text !== ''))
}
