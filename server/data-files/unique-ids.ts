import type { Finding, Path } from './file-problem.js'

/** A finding for each id that came before. */
export function uniqueIds(items: readonly { id: string; at: Path }[]): Finding[] {
  const seen = new Set<string>()
  return items.flatMap(({ id, at }) => {
    if (!seen.has(id)) return (seen.add(id), [])
    return [
      {
        at: [...at, 'id'],
        message: { zh: `编号“${id}”用了两次。`, en: `The id "${id}" is used twice.` },
        fix: { zh: '请换一个编号。', en: 'Choose another id.' },
      },
    ]
  })
}

/** The entries of a list, each with its place in the file. */
export const placed = <Item extends { id: string }>(at: Path, items: readonly Item[]) =>
  items.map(({ id }, index) => ({ id, at: [...at, index] }))
