/** What somebody typed → a command's word and the rest. Pure. */
import type { Language } from '../../../shared/contracts/text.js'
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
    .replace(/^[,:;，：；、]\s*/, '')
}

const inPattern = (name: string): string => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

/** By its first letter: who types in one script is answered in it. */
export const languageTyped = (text: string): Language => (/^[\p{Script=Latin}?]/u.test(text) ? 'en' : 'zh')

export type ParsedMessage<Command> =
  | { kind: 'command'; command: Command; rest: string; language: Language }
  | { kind: 'unknown'; nearest?: Command; language: Language }
  | { kind: 'empty' }

interface Worded {
  words: readonly string[]
}

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
  if (found)
    return {
      kind: 'command',
      command: found.command,
      rest: text.slice(found.word.length).replace(/^[\s,:;，：；、]+/, ''),
      language,
    }

  const nearest = nearestTo(text.split(' ')[0]!.toLowerCase(), commands)
  return { kind: 'unknown', language, ...(nearest && { nearest }) }
}

/** A Chinese word may be followed at once by what it is about (重发A7K2); an English one ends where it ends. */
function startsWithWord(text: string, word: string): boolean {
  if (!text.toLowerCase().startsWith(word)) return false
  return !/^[a-z]/.test(word) || !/^[a-z]/i.test(text.slice(word.length))
}

function nearestTo<Command extends Worded>(typed: string, commands: readonly Command[]): Command | undefined {
  const scored = commands.flatMap((command) =>
    command.words.map((word) => ({ command, off: wordsApart(typed, word), most: Math.floor(word.length / 2) })),
  )
  return scored.filter(({ off, most }) => off <= most).sort((one, other) => one.off - other.off)[0]?.command
}

/** Chinese is typed without a space behind the word: only as many characters as the word has are compared. */
function wordsApart(typed: string, word: string): number {
  const head = /^[a-z]/.test(word) ? typed : [...typed].slice(0, [...word].length).join('')
  return distance(head, word)
}
