/**
 * Who and why: the words behind a command are people as long as somebody is known by them, and from the first that nobody is known by
 * they are the reason. The first always names a person.
 */
import type { Args, PersonCommand } from './command.js'
import type { Found } from './find-person.js'
import { hoursIn, isLatinWord, isWrittenAsCode, reasonFrom, wordsIn, type Word } from './parse-people.js'

/** `anyCase`: where a person is expected, g00d is a code too. */
export type Find = (ref: string, how: { anyCase: boolean }) => Promise<Found>

export interface Ref {
  /** As it was typed. */
  ref: string
  found: Found
}

export interface Behind {
  refs: Ref[]
  args: Args
  /** What was typed behind the people. */
  tail: string
  /** False when it can be read in another way too: then it is asked about whatever it is. */
  sure: boolean
  /** More people than one message may name. */
  tooMany?: true
}

export const mostRefs = 20
/** Words of a name in Latin letters. */
const longestName = 4
/** Where nothing parts a name from what follows it, as in what was spoken. */
const headLengths = [8, 7, 6, 5, 4, 3, 2]

interface Read {
  refs: Ref[]
  /** Where the last of them ends. */
  end: number
  sure: boolean
  tooMany?: true
}

export async function readBehind(find: Find, typed: string, takes: PersonCommand['takes']): Promise<Behind> {
  const words = wordsIn(typed)
  const hours = takes === 'hours' ? hoursIn(words) : undefined
  const left = words.filter((word) => !hours?.used.includes(word))
  const read = await readPeople(find, left, takes)
  const { refs, sure, tooMany } = read
  const tail = hours ? hours.used.map(({ text }) => text).join(' ') : (reasonFrom(typed, read.end) ?? '')
  return {
    refs,
    tail,
    sure: sure && isSureReason(tail, takes),
    args: argsOf(takes, { tail, hours }),
    ...(tooMany && { tooMany }),
  }
}

function argsOf(
  takes: PersonCommand['takes'],
  { tail, hours }: { tail: string; hours: ReturnType<typeof hoursIn> },
): Args {
  if (takes === 'reason') return tail ? { reason: tail } : {}
  const said = hours ?? (takes === 'hours' ? hoursIn(wordsIn(tail)) : undefined)
  return said ? { hours: said.hours } : {}
}

/** CET4 may be a reason's word, or the code of somebody, mistyped. */
const isSureReason = (reason: string, takes: PersonCommand['takes']): boolean =>
  takes !== 'reason' || !isWrittenAsCode(wordsIn(reason)[0]?.text ?? '')

async function readPeople(find: Find, words: readonly Word[], takes: PersonCommand['takes']): Promise<Read> {
  const read: Read = { refs: [], end: 0, sure: true }
  for (let index = 0; index < words.length;) {
    const first = index === 0
    const one = (await namedAt(find, words.slice(index), first || takes !== 'reason')) ?? nobodyAt(words.slice(index))
    const within = one.found.kind === 'nobody' && first ? await headOf(find, words, takes) : undefined
    if (within) return { refs: [within], end: within.end, sure: false }
    if (one.found.kind === 'nobody' && takes === 'reason' && !first) return read
    if (read.refs.length === mostRefs) return { ...read, tooMany: true }
    read.refs.push({ ref: one.ref, found: one.found })
    index += one.width
    read.end = words[index - 1]!.end
  }
  return read
}

interface Named extends Ref {
  width: number
}

/** Jane Smith is one person, and two words: the longest name that is known. */
async function namedAt(find: Find, words: readonly Word[], anyCase: boolean): Promise<Named | undefined> {
  for (let width = Math.min(latinRun(words), longestName); width > 1; width -= 1) {
    const named = nameOf(words, width)
    const found = await find(named.ref, { anyCase: false })
    if (found.kind !== 'nobody') return { ...named, found }
  }
  const found = await find(words[0]!.text, { anyCase })
  return found.kind === 'nobody' ? undefined : { ...nameOf(words, 1), found }
}

const nobodyAt = (words: readonly Word[]): Named => ({
  ...nameOf(words, Math.max(1, Math.min(latinRun(words), longestName))),
  found: { kind: 'nobody' },
})

const nameOf = (words: readonly Word[], width: number) => ({
  ref: words
    .slice(0, width)
    .map(({ text }) => text)
    .join(' '),
  width,
})

function latinRun(words: readonly Word[]): number {
  const end = words.findIndex(({ text }) => !isLatinWord(text))
  return end === -1 ? words.length : end
}

/** 王小明没过: a name at the head of a word, where what follows it can be a reason or a duration. */
async function headOf(
  find: Find,
  [first, ...others]: readonly Word[],
  takes: PersonCommand['takes'],
): Promise<(Ref & { end: number }) | undefined> {
  if (!first || takes === 'nothing' || isLatinWord(first.text)) return undefined
  const letters = [...first.text]
  for (const length of headLengths.filter((each) => each < letters.length)) {
    const ref = letters.slice(0, length).join('')
    const end = first.start + ref.length
    const rest = { text: letters.slice(length).join(''), start: end, end: first.end }
    if (takes === 'hours' && (others.length > 0 || !hoursIn([rest]))) continue
    const found = await find(ref, { anyCase: true })
    if (found.kind !== 'nobody') return { ref, found, end }
  }
  return undefined
}
