/** Where everything in a file stands, as data: a function cannot leave a thread. */
import type { FileProblem, Path, Place } from '../file-problem.js'
import type { Locate } from '../parse-yaml.js'
import type { AnyDataFile } from '../read-data-file.js'

type Places = Map<string, { value: Place; key: Place }>

export type ReadApart =
  { kind: 'read'; content: AnyDataFile; places: Places } | { kind: 'refused'; problems: FileProblem[] }

export function placesOf(content: unknown, locate: Locate): Places {
  const places: Places = new Map()
  const walk = (value: unknown, path: Path): void => {
    places.set(nameOf(path), { value: locate(path), key: locate(path, true) })
    if (typeof value !== 'object' || value === null) return
    const inside = Array.isArray(value) ? value.entries() : Object.entries(value)
    for (const [name, one] of inside) walk(one, [...path, name])
  }
  walk(content, [])
  return places
}

/** As the parsed file would: of a value that is not there, the nearest thing around it. */
export const locateBy =
  (places: Places): Locate =>
  (path, atKey = false) => {
    const exact = places.get(nameOf(path))
    if (exact) return atKey ? exact.key : exact.value
    const around = path.map((_, at) => places.get(nameOf(path.slice(0, path.length - 1 - at))))
    return around.find((place) => place !== undefined)?.value ?? { line: 1, column: 1 }
  }

const nameOf = (path: Path): string => JSON.stringify(path.map(String))
