/** What a key of the number pad makes of what is typed so far. Thirteen digits are more than any amount asked for. */
const longest = 16

/** Whatever was typed or pasted, as if each sign had been a key. */
export const numberTyped = (text: string): string =>
  Array.from(text.normalize('NFKC'))
    .filter((sign) => /[\d.]/.test(sign))
    .reduce(keyPressed, '')

export function keyPressed(typed: string, key: string): string {
  if (key === 'delete') return typed.slice(0, -1)
  if (typed.length >= longest) return typed
  if (key === '.') return typed.includes('.') ? typed : `${typed === '' ? '0' : typed}.`
  if (typed === '0') return key
  return typed + key
}
