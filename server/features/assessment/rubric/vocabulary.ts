/** All telling words of a question and its rubric, and how near other words come to each of them. */
import { meaningOf } from '../reading/meaning.js'
import { byMeaning, isSpelled, nearestFirst, spelling, type Neighbour, type Neighbours } from './neighbours.js'

/** The same words come in many answers: to compare one with the whole vocabulary takes 0.1 ms, to look it up nothing. */
const mostRemembered = 2_000

const none: readonly Neighbour[] = []

interface Nearness {
  /** Cosine to the nearest word; 1 for a word that stands in the vocabulary. */
  nearest: number
  /** Words of the vocabulary for which it may stand, and how far: place, worth, place, worth … */
  inMeaning: readonly number[]
  inSpelling: readonly number[]
}

export class Vocabulary {
  private readonly words: readonly string[]
  private readonly places: ReadonlyMap<string, number>
  /** One row of whole numbers a word, 0 for words without a meaning. */
  private readonly numbers: Int16Array
  private readonly lengths: Float64Array
  private readonly width: number
  private readonly remembered = new Map<string, Nearness>()

  constructor(
    words: Iterable<string>,
    private readonly likeFrom: number,
  ) {
    this.words = [...new Set(words)]
    this.places = new Map(this.words.map((word, place) => [word, place]))
    const meanings = this.words.map(meaningOf)
    this.width = Math.max(0, ...meanings.map((meaning) => meaning?.numbers.length ?? 0))
    this.numbers = new Int16Array(this.words.length * this.width)
    this.lengths = new Float64Array(this.words.length)
    meanings.forEach((meaning, place) => {
      if (!meaning) return
      this.numbers.set(meaning.numbers, place * this.width)
      this.lengths[place] = meaning.length
    })
  }

  nearest(word: string): number {
    return this.nearnessOf(word).nearest
  }

  /** The same as `neighboursAmong`, for words of the vocabulary only. */
  neighboursAmong(keys: Iterable<string>): Neighbours {
    const among = [...keys]
    return {
      inMeaning: this.lookUp(among, 'inMeaning'),
      inSpelling: this.lookUp(among, 'inSpelling'),
    }
  }

  private lookUp(among: readonly string[], way: 'inMeaning' | 'inSpelling'): Neighbours['inMeaning'] {
    const found = new Map<string, Neighbour[]>()
    for (const key of among) {
      const near = this.nearnessOf(key)[way]
      for (let at = 0; at < near.length; at += 2) {
        const wanted = this.words[near[at]!]!
        const others = found.get(wanted)
        if (others) others.push({ key, worth: near[at + 1]! })
        else found.set(wanted, [{ key, worth: near[at + 1]! }])
      }
    }
    for (const [wanted, others] of found) found.set(wanted, nearestFirst(others))
    return (wanted) => found.get(wanted) ?? none
  }

  private nearnessOf(word: string): Nearness {
    const known = this.remembered.get(word)
    if (known) return known

    const fresh = { ...this.compareMeanings(word), inSpelling: this.compareSpellings(word) }
    if (this.remembered.size >= mostRemembered) this.remembered.clear()
    this.remembered.set(word, fresh)
    return fresh
  }

  private compareMeanings(word: string): Pick<Nearness, 'nearest' | 'inMeaning'> {
    const { words, numbers, lengths, width, likeFrom } = this
    const itself = this.places.has(word)
    const meaning = meaningOf(word)
    if (!meaning) return { nearest: itself ? 1 : 0, inMeaning: [] }

    const asked = Int16Array.from(meaning.numbers)
    const inMeaning: number[] = []
    let nearest = 0
    for (let place = 0; place < words.length; place += 1) {
      const length = lengths[place]!
      if (length === 0) continue
      const start = place * width
      let sum = 0
      for (let k = 0; k < width; k += 1) sum += asked[k]! * numbers[start + k]!
      const cosine = sum / (meaning.length * length)
      if (cosine > nearest) nearest = cosine
      if (cosine > likeFrom) inMeaning.push(place, byMeaning(cosine, likeFrom))
    }
    return { nearest: itself ? 1 : nearest, inMeaning }
  }

  private compareSpellings(word: string): number[] {
    if (!isSpelled(word)) return []
    return this.words.flatMap((other, place) => {
      const worth = isSpelled(other) ? spelling(other, word) : 0
      return worth > 0 ? [place, worth] : []
    })
  }
}
