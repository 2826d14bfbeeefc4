/** How many letters must be changed, added or taken away to make one word of the other (Levenshtein). Words here are short. */
export function distance(one: string, other: string): number {
  const target = [...other]
  let row = target.map((_, index) => index + 1)
  for (const [index, letter] of [...one].entries()) {
    let diagonal = index
    let left = index + 1
    row = row.map((above, column) => {
      left = Math.min(above + 1, left + 1, diagonal + (letter === target[column] ? 0 : 1))
      diagonal = above
      return left
    })
  }
  return row.at(-1) ?? [...one].length
}
