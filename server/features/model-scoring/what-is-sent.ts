/**
 * What leaves the house about an answer: its words, without those that say who wrote it. Pure. Each is covered sign by sign, so that a
 * quotation stands at the same place in both.
 */
import type { Resume } from '../../../shared/contracts/talent.js'

type Person = Pick<Resume, 'name' | 'phone' | 'email' | 'idNumber' | 'education'>

const cover = '＊'
/** Addresses, and numbers as long as those of phones, cards and identity papers. */
const telling = [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, /\d(?:[ -]?\d){10,}[\dXx]?/g]
/** One character would be found in half of all words. */
const shortest = 2

export function withoutPerson(answer: string, { name, phone, email, idNumber, education }: Person): string {
  const words = [name, phone, email, idNumber, education.school].filter((word) => (word?.length ?? 0) >= shortest)
  const named = words.map((word) => new RegExp(escaped(word!), 'gi'))
  return [...named, ...telling].reduce(
    (text, pattern) => text.replace(pattern, (found) => cover.repeat(found.length)),
    answer,
  )
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
