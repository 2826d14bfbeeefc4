/** What stands behind a command's word: people by short code or name, then a duration or a reason. Pure. */
import type { Args, PersonCommand } from './command.js'

export interface Behind {
  /** As they were typed; a code is tried first, then a name. */
  refs: string[]
  args: Args
}

const codeForm = /^[0-9A-HJKMNP-TV-Z]{4}$/
const shortestName = 2
const mostRefs = 20

/** A7K2 · a7k2 · A7KO → A7K0: nobody has to tell 0 from O, or 1 from I and L. Undefined when it cannot be a code. */
export function codeIn(text: string): string | undefined {
  const code = text.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1')
  return codeForm.test(code) ? code : undefined
}

export function parseBehind(rest: string, takes: PersonCommand['takes']): Behind {
  const words = rest.split(/[\s,，、;；:：]+/).filter(Boolean)
  if (takes === 'reason') return withReason(rest, words)
  const hours = takes === 'hours' ? hoursIn(words) : undefined
  const refs = hours ? words.filter((_, index) => !hours.used.has(index)) : words
  return { refs: joinLatinNames(refs).slice(0, mostRefs), args: hours ? { hours: hours.hours } : {} }
}

/** Codes at the front are people; the first word always is. What follows is the reason, word for word. */
function withReason(rest: string, words: string[]): Behind {
  const refs = words.slice(0, 1)
  for (const word of words.slice(1)) {
    if (!isWrittenAsCode(word)) break
    refs.push(word)
  }
  let reason = rest
  for (const ref of refs) reason = reason.slice(reason.indexOf(ref) + ref.length)
  reason = reason.replace(/^[\s,，、;；:：]+/, '').trim()
  return { refs, args: reason ? { reason } : {} }
}

/** "good" in a reason could be read as G00D: only capitals and digits count there. */
const isWrittenAsCode = (word: string): boolean =>
  codeIn(word) !== undefined && (word === word.toUpperCase() || /\d/.test(word))

/** Jane Smith is one person, and two words. */
function joinLatinNames(words: string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)
    if (before !== undefined && isLatinName(before) && isLatinName(word))
      joined[joined.length - 1] = `${before} ${word}`
    else joined.push(word)
  }
  return joined
}

const isLatinName = (text: string): boolean =>
  /^[\p{Script=Latin}.'’ -]+$/u.test(text) && text !== text.toUpperCase() && text.length >= shortestName

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

function hoursIn(words: string[]): { hours: number; used: Set<number> } | undefined {
  for (const index of words.keys()) {
    for (const width of [1, 2]) {
      const found = duration.exec(words.slice(index, index + width).join(''))
      if (!found) continue
      const [, number, unit] = found as unknown as [string, string, string]
      const hours = (numerals[number] ?? Number(number)) * (/^(天|日|d)/i.test(unit) ? 24 : 1)
      return hours > 0 ? { hours, used: new Set(Array.from({ length: width }, (_, step) => index + step)) } : undefined
    }
  }
  return undefined
}
