/** What stands behind a command's word, as words with their places; codes and durations among them. Pure. */

export interface Word {
  text: string
  /** Where it stands in what was typed; what closes it counts to its end. */
  start: number
  end: number
}

const codeForm = /^[0-9A-HJKMNP-TV-Z]{4}$/

/** A7K2 · a7k2 · A7KO → A7K0: nobody has to tell 0 from O, or 1 from I and L. Undefined when it cannot be a code. */
export function codeIn(text: string): string | undefined {
  const code = text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return codeForm.test(code) ? code : undefined
}

/** "good" in a reason could be read as G00D: only capitals and digits count there. */
export const isWrittenAsCode = (word: string): boolean =>
  codeIn(word) !== undefined && (word === word.toUpperCase() || /\d/.test(word))

export const isLatinWord = (text: string): boolean => /^[\p{Script=Latin}.'’-]+$/u.test(text)

/** What closes a sentence belongs to no name: a phone's keyboard and a transcriber add it by themselves. */
export const withoutClosing = (text: string): string => text.replace(/[\s。.?!…~,，、;；:：/]+$/u, '')

const onlySigns = /^[\s\p{P}\p{S}]*$/u

export function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[^\s,，、;；:：。?!…]+/gu)]
    .map(({ 0: word, index }) => ({ text: withoutClosing(word), start: index, end: index + word.length }))
    .filter((word) => !onlySigns.test(word.text))
}

/** Whatever was typed from there on; undefined when that says nothing. */
export function reasonFrom(text: string, end: number): string | undefined {
  const rest = text
    .slice(end)
    .replace(/^[\s,，、;；:：。./?!…]+/u, '')
    .trim()
  return onlySigns.test(rest) ? undefined : rest
}

const duration = /^(\d{1,3}|[一二两三四五六七八九十半])(小时|个小时|h|hr|hrs|hour|hours|天|日|d|day|days)$/i
const numerals: Record<string, number> = {
  半: 0.5,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
}

export interface TypedHours {
  hours: number
  /** The words that say so. */
  used: readonly Word[]
}

export function hoursIn(words: readonly Word[]): TypedHours | undefined {
  for (const index of words.keys()) {
    for (const width of [1, 2]) {
      const used = words.slice(index, index + width)
      const found = duration.exec(used.map(({ text }) => text).join(''))
      if (!found) continue
      const [, number, unit] = found as unknown as [string, string, string]
      const hours = (numerals[number] ?? Number(number)) * (/^(天|日|d)/i.test(unit) ? 24 : 1)
      return hours > 0 ? { hours, used } : undefined
    }
  }
  return undefined
}
