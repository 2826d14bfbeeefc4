/** One clip heard by a recognizer, in the process of its own. */
import { samplesPerSecond, type Recognizer } from './recognizer.js'
import { soundOf } from './sound-of.js'
import type { Answer } from './apart/messages.js'
import { wordsOf } from './words.js'

export async function hearClip(recognizer: Recognizer, clip: { type: string; bytes: Uint8Array }): Promise<Answer> {
  const sound = await soundOf(clip)
  if (sound.kind === 'refused') return sound
  const durationMs = Math.round((sound.samples.length / samplesPerSecond) * 1000)
  const recognized = recognizer.recognize(sound.samples)
  return { kind: 'heard', text: recognized.text.trim(), words: wordsOf(recognized, durationMs), durationMs }
}
