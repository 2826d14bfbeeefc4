/** All telling words of a question and its rubric, and how near another word comes to any of them. */
import { cosine, meaningOf, type Meaning } from '../reading/meaning.js'

/** The same words come in many answers. */
const mostRemembered = 5_000

export class Vocabulary {
  private readonly words: ReadonlySet<string>
  private readonly meanings: readonly Meaning[]
  private readonly remembered = new Map<string, number>()

  constructor(words: Iterable<string>) {
    this.words = new Set(words)
    this.meanings = [...this.words].flatMap((word) => meaningOf(word) ?? [])
  }

  /** 1 for a word that stands in it. */
  nearest(word: string): number {
    if (this.words.has(word)) return 1
    const known = this.remembered.get(word)
    if (known !== undefined) return known

    const meaning = meaningOf(word)
    const found = meaning ? this.meanings.reduce((most, other) => Math.max(most, cosine(meaning, other)), 0) : 0
    if (this.remembered.size >= mostRemembered) this.remembered.clear()
    this.remembered.set(word, found)
    return found
  }
}
