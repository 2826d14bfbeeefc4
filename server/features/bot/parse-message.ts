/** What somebody typed → a command's word and the rest. Pure. */
import type { Language } from '../../../shared/contracts/text.js'
import { thanks } from './commands/courtesies.js'
import { withoutClosing } from './parse-people.js'
import { distance } from './word-distance.js'

/** Full-width letters, digits and spaces become half-width; what is typed on a phone is full of them. */
export const plainText = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Takes the bot's names away wherever they were mentioned, for WeCom leaves a mention where it was typed (101039); and in front whoever
 * else was mentioned. A name may have blanks; colleagues mentioned further on are part of what is said, and so is hr@our-name.cn.
 */
export function withoutMention(text: string, botNames: readonly string[]): string {
  const names = botNames.map(plainText).filter(Boolean)
  const longestFirst = names.sort((one, other) => other.length - one.length).map(inPattern)
  const any = `@(?:${longestFirst.join('|')})`
  const rest = plainText(text)
    .replace(new RegExp(`^${any}`, 'iu'), ' ')
    .replace(new RegExp(`${any}(?![\\p{L}\\p{N}_]|\\.\\w)`, 'giu'), ' ')
  return plainText(rest)
    .replace(/^(?:@\S*\s*)+/, '')
    .replace(/^[,:;，：；、/\\。.!]+\s*/, '')
}

const inPattern = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** By its first letter: who types in one script is answered in it. */
export const languageTyped = (text: string): Language => (/^[\p{Script=Latin}?]/u.test(text) ? 'en' : 'zh')

export type ParsedMessage<Command> =
  | { kind: 'command'; command: Command; rest: string; language: Language }
  /** Its word means one of these. */
  | { kind: 'either'; word: string; commands: readonly Command[]; rest: string; language?: Language }
  /** `rest`: behind the word that was nearest. */
  | { kind: 'unknown'; nearest?: Command; rest: string; language: Language }
  | { kind: 'thanks'; language: Language }
  | { kind: 'empty' }

interface Worded {
  words: readonly string[]
  /** Words that people use for this, and for something else as well. */
  maybe?: readonly string[]
}

const betweenWordAndRest = /^[\s,:;，：；、。.!/]+/

export function parseMessage<Command extends Worded>(
  text: string,
  commands: readonly Command[],
): ParsedMessage<Command> {
  if (text === '') return { kind: 'empty' }
  const language = languageTyped(text)
  const found = commands
    .flatMap((command) => command.words.map((word) => ({ command, word })))
    .filter(({ word }) => startsWithWord(text, word))
    .sort((one, other) => other.word.length - one.word.length)[0]
  if (found) return { kind: 'command', command: found.command, rest: behind(text, found.word.length), language }
  return severalMeanings(text, commands) ?? (thanks.test(text) ? { kind: 'thanks', language } : unknown(text, commands))
}

const behind = (text: string, length: number): string => text.slice(length).replace(betweenWordAndRest, '')

/** A word in Latin letters within Chinese is answered in Chinese. */
function severalMeanings<Command extends Worded>(
  text: string,
  commands: readonly Command[],
): Extract<ParsedMessage<Command>, { kind: 'either' }> | undefined {
  const word = commands.flatMap(({ maybe = [] }) => maybe).find((one) => startsWithWord(text, one))
  if (word === undefined) return undefined
  const rest = behind(text, word.length)
  const meant = commands.filter(({ maybe = [] }) => maybe.includes(word))
  return {
    kind: 'either',
    word,
    commands: meant,
    rest,
    ...(/\p{Script=Han}/u.test(rest) && { language: 'zh' as const }),
  }
}

function unknown<Command extends Worded>(text: string, commands: readonly Command[]): ParsedMessage<Command> {
  const language = languageTyped(text)
  const typed = withoutClosing(text.split(' ')[0]!).toLowerCase()
  const nearest = nearestTo(typed, commands)
  if (!nearest) return { kind: 'unknown', language, rest: '' }
  return { kind: 'unknown', language, nearest: nearest.command, rest: behind(text, nearest.head.length) }
}

/** A Chinese word may be followed at once by what it is about (重发A7K2); an English one ends where it ends. */
function startsWithWord(text: string, word: string): boolean {
  if (!text.toLowerCase().startsWith(word)) return false
  return !/^[a-z]/.test(word) || !/^[a-z]/i.test(text.slice(word.length))
}

function nearestTo<Command extends Worded>(
  typed: string,
  commands: readonly Command[],
): { command: Command; head: string } | undefined {
  const scored = commands.flatMap((command) =>
    command.words.map((word) => {
      const head = headLike(typed, word)
      return { command, head, off: distance(head, word), most: Math.floor(word.length / 2) }
    }),
  )
  return scored.filter(({ off, most }) => off <= most).sort((one, other) => one.off - other.off)[0]
}

/** Chinese is typed without a space behind the word: only as many characters as the word has are compared. */
const headLike = (typed: string, word: string): string =>
  /^[a-z]/.test(word) ? typed : [...typed].slice(0, [...word].length).join('')
