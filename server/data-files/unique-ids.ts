import type { Finding, Path } from './file-problem.js'
import { texts } from './texts/index.js'

/** A finding for each id that came before. */
export function uniqueIds(items: readonly { id: string; at: Path }[]): Finding[] {
  const seen = new Set<string>()
  return items.flatMap(({ id, at }) => {
    if (!seen.has(id)) return (seen.add(id), [])
    const { message, fix } = texts.idTwice
    return [{ at: [...at, 'id'], message: message(id), fix }]
  })
}

/** The entries of a list, each with its place in the file. */
export const placed = <Item extends { id: string }>(at: Path, items: readonly Item[]) =>
  items.map(({ id }, index) => ({ id, at: [...at, index] }))
