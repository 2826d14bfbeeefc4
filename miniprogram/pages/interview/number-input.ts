/** What a key of the number pad makes of what is typed so far. Thirteen digits are more than any amount asked for. */
const longest = 16

export function keyPressed(typed: string, key: string): string {
  if (key === 'delete') return typed.slice(0, -1)
  if (typed.length >= longest) return typed
  if (key === '.') return typed.includes('.') ? typed : `${typed === '' ? '0' : typed}.`
  if (typed === '0') return key
  return typed + key
}
