import type { Builtin } from '../engine/types.js'
import { h } from '../dom.js'
import { layer } from '../shell/layer.js'
import { defineBuiltin } from './define.js'

/** A sheet with one <select> for each column, or a date or time field: a browser's own, so that tests can choose in it. */
export function definePicker(): void {
  defineBuiltin('picker', {
    props: {
      mode: { type: String, value: 'selector' },
      range: null,
      rangeKey: String,
      value: null,
      start: String,
      end: String,
      fields: String,
      disabled: Boolean,
      name: String,
      headerText: String,
      customItem: String,
      level: String,
    },
    create: (self) =>
      self.addListener('tap', () => {
        if (!self.data.disabled) open(self)
      }),
    methods: {
      getFormValue() {
        return this.data.value as unknown
      },
    },
  })
}

interface Columns {
  nodes: HTMLElement[]
  read: () => unknown
}

function open(self: Builtin) {
  const { nodes, read } = /^(date|time)$/.test(self.data.mode as string) ? dateColumn(self) : listColumns(self)
  const finish = (event: string, detail?: object) => {
    sheet.remove()
    self.triggerEvent(event, detail)
  }
  const confirm = () => {
    const value = read()
    self.setData({ value })
    finish('change', { value })
  }
  const sheet = h(
    'div',
    { className: 'mp-mask' },
    h(
      'div',
      { className: 'mp-sheet mp-picker', role: 'dialog', ariaModal: 'true' },
      h(
        'div',
        { className: 'mp-picker-head' },
        h('button', { textContent: '取消', onclick: () => finish('cancel') }),
        h('span', { textContent: self.data.headerText as string }),
        h('button', { className: 'primary', textContent: '确定', onclick: confirm }),
      ),
      h('div', { className: 'mp-columns' }, ...nodes),
    ),
  )
  layer.append(sheet)
}

/** As on a phone, a column each for year and month where no day is asked for: a browser's month field is one in some browsers only. */
function dateColumn(self: Builtin): Columns {
  const { mode, value, start, end, fields } = self.data
  if (mode === 'date' && (fields === 'month' || fields === 'year')) return yearColumns(self, fields)

  const field = h('input', { type: mode, value: value ?? '', min: start ?? '', max: end ?? '' })
  return { nodes: [field], read: () => field.value }
}

const [firstYear, lastYear] = [1900, 2100]
const twoDigits = (number: number) => String(number).padStart(2, '0')

/** Without a value it stands at today, as far as `start` and `end` let it. */
function yearColumns({ data: { value, start, end } }: Builtin, fields: 'month' | 'year'): Columns {
  const [from, to] = [String(start || firstYear), String(end || lastYear)]
  const today = new Date().toISOString().slice(0, 7)
  const [year, month] = String(value || (today < from ? from : today > to ? to : today)).split('-')
  const choice = (label: string, numbers: number[], chosen: string | undefined) => {
    const options = numbers.map((number) => h('option', { value: twoDigits(number), textContent: twoDigits(number) }))
    const select = h('select', { size: 5, ariaLabel: label }, ...options)
    select.value = chosen ?? options[0]?.value ?? ''
    return select
  }
  const years = choice('年', range(Number(from.slice(0, 4)), Number(to.slice(0, 4))), year)
  if (fields === 'year') return { nodes: [years], read: () => years.value }

  const months = choice('月', range(1, 12), month)
  return { nodes: [years, months], read: () => within(`${years.value}-${months.value}`, from, to) }
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
/** Both as texts that sort like dates; `start` and `end` may name a year only. */
const within = (month: string, from: string, to: string) =>
  month < from.slice(0, 7) ? from.slice(0, 7) : to.length >= 7 && month > to.slice(0, 7) ? to.slice(0, 7) : month

function listColumns(self: Builtin): Columns {
  const { mode, range, rangeKey, value } = self.data
  const isMulti = mode === 'multiSelector'
  const lists = (isMulti ? (range ?? []) : [range ?? []]) as unknown[][]
  const label = (item: unknown) => String(rangeKey ? (item as Record<string, unknown>)[rangeKey as string] : item)
  const selects = lists.map((list, column) => {
    const select = h('select', { size: 5 }, ...list.map((item) => h('option', { textContent: label(item) })))
    select.selectedIndex = Number((isMulti ? (value as number[] | null)?.[column] : value) ?? 0)
    if (isMulti) select.onchange = () => self.triggerEvent('columnchange', { column, value: select.selectedIndex })
    return select
  })
  return {
    nodes: selects,
    read: () => (isMulti ? selects.map((select) => select.selectedIndex) : String(selects[0]?.selectedIndex ?? 0)),
  }
}
