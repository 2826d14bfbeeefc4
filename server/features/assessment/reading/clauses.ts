/**
 * Where a clause of normalised text ends (full-width marks are ASCII there). A comma between digits and a point inside a
 * number do not end one, an enumeration (、) goes on.
 */
const ends =
  /[。\n!?;:]+|(?<!\d),|,(?!\d)|\.{2,}|\.(?![\p{L}\p{N}.])|(?<=\p{Script=Han})\.|(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

export interface Clause {
  start: number
  end: number
}

export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (const match of text.matchAll(ends)) {
    if (saysSomething(text.slice(start, match.index))) clauses.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  if (saysSomething(text.slice(start))) clauses.push({ start, end: text.length })

  return clauses
}

/** Blanks and emoji between two marks would part what belongs together. */
const saysSomething = (piece: string): boolean => /[\p{L}\p{N}]/u.test(piece)
