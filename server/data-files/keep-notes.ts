/**
 * Writes a form's object into the text that somebody wrote by hand: its notes, order and layout stay where they are, and what is taken
 * out takes its notes along. Pure.
 */
import { isDeepStrictEqual } from 'node:util'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  stringify,
  visit,
  type Document,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

interface Written {
  text: string
  /** Lines of notes that the text before had and this one has not. */
  notesLost: number
}

/** 0: nothing is folded that stood on one line. Lists in brackets are spaced as the first of them are. */
const layoutLike = (text: string) => ({ lineWidth: 0, flowCollectionPadding: !/: [[{][^\s\]}]/.test(text) })
const layoutOfForms = { lineWidth: 120 }

export const writtenByForm = (content: unknown): string => stringify(content, layoutOfForms)

export function writtenInto(text: string, content: unknown): Written {
  const document = parseDocument(text, { uniqueKeys: false })
  if (document.errors.length > 0 || holdsAlias(document)) return anew(text, content)
  document.contents = updated(document, document.contents, content) as typeof document.contents
  const written = document.toString(layoutLike(text))
  if (!isDeepStrictEqual(parse(written), content)) return anew(text, content)
  return { text: written, notesLost: lost(text, written) }
}

/** A value that stands in two places cannot be changed in one. */
function holdsAlias(document: Document): boolean {
  let found = false
  visit(document, (_key, node) => {
    if (!isAlias(node)) return undefined
    found = true
    return visit.BREAK
  })
  return found
}

function anew(before: string, content: unknown): Written {
  const text = writtenByForm(content)
  return { text, notesLost: lost(before, text) }
}

const lost = (before: string, after: string): number => Math.max(0, notesIn(before) - notesIn(after))

/** Lines, or ends of lines, that are notes. */
function notesIn(text: string): number {
  let count = 0
  const document = parseDocument(text, { uniqueKeys: false })
  const add = (note: string | null | undefined) => (count += note ? note.split('\n').filter(Boolean).length : 0)
  for (const note of [document.commentBefore, document.comment]) add(note)
  visit(document, {
    Node: (_key, node) => {
      add(node.commentBefore)
      add(node.comment)
    },
  })
  return count
}

function updated(document: Document, node: unknown, value: unknown): Node {
  if (isMap(node) && isObject(value)) return updatedMap(document, node, value)
  if (isSeq(node) && Array.isArray(value)) return updatedList(document, node, value)
  if (isScalar(node) && !isObject(value) && !Array.isArray(value)) {
    if (node.value !== value) node.value = value
    return node
  }
  return document.createNode(value)
}

function updatedMap(document: Document, map: YAMLMap, value: Record<string, unknown>): YAMLMap {
  map.items = map.items.filter(({ key }) => String(isScalar(key) ? key.value : key) in value)
  for (const [name, inside] of Object.entries(value)) {
    const pair = map.items.find(({ key }) => String(isScalar(key) ? key.value : key) === name)
    if (pair) pair.value = updated(document, pair.value, inside)
    else map.items.push(document.createPair(name, inside))
  }
  return map
}

/** An item is the one of the same id, else the same one wherever it stands now, else the one at its place. */
function updatedList(document: Document, list: YAMLSeq, values: readonly unknown[]): YAMLSeq {
  const left = new Map(list.items.map((item, index) => [index, { item, like: likeness(document, item) }]))
  const take = (index: number | undefined) => {
    const found = index === undefined ? undefined : left.get(index)?.item
    if (index !== undefined) left.delete(index)
    return found
  }
  const same = values.map((value) => {
    const like = likenessOf(value)
    return take([...left].find(([, one]) => one.like === like)?.[0])
  })
  list.items = values.map((value, index) =>
    updated(document, same[index] ?? take(left.has(index) ? index : undefined), value),
  )
  return list
}

const likeness = (document: Document, item: unknown): string =>
  likenessOf(isScalar(item) || isMap(item) || isSeq(item) ? item.toJS(document) : item)

function likenessOf(value: unknown): string {
  const id = isObject(value) ? value.id : undefined
  return typeof id === 'string' ? `id ${id}` : JSON.stringify(value)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
