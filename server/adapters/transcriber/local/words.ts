/** Tokens of a recognizer as words with times. A token is a character of Chinese or a part of an English word. Pure. */
import type { TranscribedWord } from '../../../../shared/contracts/recordings.js'
import type { Recognized } from './recognizer.js'

/** The last token's end is told by nobody. */
const lastTokenMs = 300
/** Paraformer marks a part that goes on (`and@@`), SenseVoice one that begins a word (`▁the`). */
const goesOn = /@@$/
const begins = /^[▁ ]/
const latin = /^[\p{Script=Latin}'’]+$/u

/** No words where times are missing: the text stands alone then. */
export function wordsOf({ tokens, timestamps }: Recognized, durationMs: number): TranscribedWord[] {
  if (tokens.length !== timestamps.length) return []
  const marksBeginnings = tokens.some((token) => begins.test(token))
  const words: TranscribedWord[] = []
  let before = ''
  for (const [at, token] of tokens.entries()) {
    const text = token.replace(goesOn, '').replace(begins, '').trim()
    const times = timesOf(timestamps, at, durationMs)
    const last = words.at(-1)
    const isPart = goesOn.test(before) || (marksBeginnings && !begins.test(token) && latin.test(text))
    if (last && isPart && latin.test(last.text)) {
      last.text += text
      last.endMs = times.endMs
    } else if (text !== '') words.push({ text, ...times })
    before = token
  }
  return words
}

function timesOf(timestamps: readonly number[], at: number, durationMs: number): { startMs: number; endMs: number } {
  const within = (ms: number) => Math.max(0, Math.min(durationMs, Math.round(ms)))
  const startMs = within(timestamps[at]! * 1000)
  const next = timestamps[at + 1]
  return { startMs, endMs: Math.max(startMs, within(next === undefined ? startMs + lastTokenMs : next * 1000)) }
}
