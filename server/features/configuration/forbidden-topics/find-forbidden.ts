/** Finds texts that ask a candidate what an employer may not ask. A scene about a customer is fine; whose matter it is decides. */
import type { Finding, Path } from '../../../data-files/file-problem.js'
import {
  customerFollows,
  forbiddenTopics,
  promisesNotToAsk,
  somebodyElse,
  type ForbiddenTopic,
} from './forbidden-topics.js'
import { texts } from '../texts/index.js'

/** `to-candidate`: 你 is the candidate. `by-candidate`: an example answer, where 我 is the candidate and 你 a customer. */
export type Voice = 'to-candidate' | 'by-candidate'

export interface TextToCheck {
  at: Path
  text: string
  voice: Voice
}

const addressed = /你|您|\byou\b|\byour\b/gi
const speaker = /我|\bI\b|\bmy\b|\bmyself\b/gi
const self = /自己|本人/gi
const voices: Record<Voice, { candidate: RegExp[]; others: RegExp[] }> = {
  'to-candidate': { candidate: [addressed, self], others: [somebodyElse, promisesNotToAsk] },
  'by-candidate': { candidate: [speaker, self], others: [somebodyElse, promisesNotToAsk, addressed] },
}

export function findForbidden(texts: readonly TextToCheck[]): Finding[] {
  return texts.flatMap((text) => forbiddenTopics.flatMap((topic) => findTopic(text, topic)))
}

function findTopic({ at, text, voice }: TextToCheck, topic: ForbiddenTopic): Finding[] {
  for (const sentence of text.split(/(?<=[。！？!?；;\n]|\.\s)/)) {
    const hit = [...sentence.matchAll(topic.words)].find((match) => isAboutCandidate(sentence, match, voice))
    if (hit) return [forbidden(at, hit[0], topic)]
  }
  return []
}

/** The person named last before the word owns it; nobody named means that the candidate is asked. */
function isAboutCandidate(
  sentence: string,
  { index, 0: word }: RegExpMatchArray & { index: number },
  voice: Voice,
): boolean {
  if (customerFollows.test(sentence.slice(index + word.length))) return false

  const before = sentence.slice(0, index)
  const { candidate, others } = voices[voice]
  const other = lastEnd(before, others)
  return other < 0 || lastEnd(before, candidate) > other
}

function lastEnd(text: string, patterns: readonly RegExp[]): number {
  return Math.max(
    -1,
    ...patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match.index + match[0].length)),
  )
}

function forbidden(at: Path, word: string, { id }: ForbiddenTopic): Finding {
  const { message, fix } = texts.forbidden
  const { name, law } = texts.topics[id]
  return { at, message: message(word, { topic: name, law }), fix }
}
