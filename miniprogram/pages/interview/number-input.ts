/** What a key of the number pad makes of what is typed so far. */

/** Whatever else was typed or pasted stays: 1.2万 and −3 are answers too, and only a person may say that something is none. */
export function keyPressed(typed: string, key: string, longest: number): string {
  const signs = Array.from(typed)
  if (key === 'delete') return signs.slice(0, -1).join('')
  if (signs.length >= longest) return typed
  if (key === '.') return withPoint(typed)
  return typed === '0' ? key : typed + key
}

/** One point in a number. */
function withPoint(typed: string): string {
  const [number = ''] = /[\d.]*$/.exec(typed) ?? []
  if (number.includes('.')) return typed
  return number === '' ? `${typed}0.` : `${typed}.`
}
