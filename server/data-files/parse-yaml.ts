import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml'
import type { FileProblem, Path, Place } from './file-problem.js'
import { texts } from './texts/index.js'

/** After one slip the parser stumbles on: what follows the first few is noise. */
const faultsShown = 3

export type Locate = (path: Path, atKey?: boolean) => Place

export type ParsedYaml = { kind: 'parsed'; data: unknown; locate: Locate } | { kind: 'broken'; problems: FileProblem[] }

/**
 * YAML 1.2, so JSON too. Unknown tags and alias bombs are refused by the parser itself. Its own search for a name that stands twice
 * compares each with each: 30 000 names took 25 s.
 */
export function parseYaml(file: string, text: string): ParsedYaml {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const faults: Fault[] = [...document.errors, ...document.warnings].map(({ pos, message }) => [pos[0], message])
  const broken = firstOfEachLine(faults.length > 0 ? faults : namesTwice(document), lines)
  if (broken.length > 0)
    return { kind: 'broken', problems: broken.map(([place, message]) => yamlProblem({ file, ...place }, message)) }

  try {
    return { kind: 'parsed', data: document.toJS(), locate: locator(document, lines) }
  } catch (error) {
    return { kind: 'broken', problems: [yamlProblem({ file, line: 1, column: 1 }, (error as Error).message)] }
  }
}

function yamlProblem(place: Place & { file: string }, detail: string): FileProblem {
  const { message, fix } = texts.notYaml
  return { ...place, message: message(detail), fix }
}

type Fault = [offset: number, message: string]

function firstOfEachLine(faults: readonly Fault[], lines: LineCounter): [Place, string][] {
  const byLine = new Map<number, [Place, string]>()
  for (const [offset, message] of faults) {
    const { line, col: column } = lines.linePos(offset)
    if (!byLine.has(line)) byLine.set(line, [{ line, column }, message])
    if (byLine.size === faultsShown) break
  }
  return [...byLine.values()]
}

function namesTwice(document: Document): Fault[] {
  const found: Fault[] = []
  visit(document, { Map: (_key, map) => void found.push(...twiceIn(map)) })
  return found
}

function twiceIn({ items }: YAMLMap): Fault[] {
  const seen = new Set<unknown>()
  for (const { key } of items) {
    if (!isScalar(key)) continue
    if (seen.has(key.value)) return [[key.range?.[0] ?? 0, 'Map keys must be unique']]
    seen.add(key.value)
  }
  return []
}

/** The place of a value, or of the nearest thing around it that exists. */
function locator(document: Document, lines: LineCounter): Locate {
  return (path, atKey = false) => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const offset = offsetOf(document, path.slice(0, depth), atKey && depth === path.length)
      if (offset === undefined) continue
      const { line, col } = lines.linePos(offset)
      return { line, column: col }
    }
    return { line: 1, column: 1 }
  }
}

function offsetOf(document: Document, path: Path, atKey: boolean): number | undefined {
  const node = atKey ? keyNode(document, path) : document.getIn(path, true)
  return isNode(node) ? node.range?.[0] : undefined
}

function keyNode(document: Document, path: Path): Node | undefined {
  const map = document.getIn(path.slice(0, -1), true)
  if (!isMap(map)) return undefined
  const key = map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(path.at(-1)))?.key
  return isNode(key) ? key : undefined
}
