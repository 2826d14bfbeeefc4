/** What was chosen by measuring. How, and what each is worth: docs/scoring.md. The benchmark tries others. */
export interface Parameters {
  /** Weight of words that already stand in the question, and what all of them together may weigh beside the rest. */
  questionWords: number
  questionShare: number
  /** Weight of coverage by meaning, beside words and characters with 1 each. */
  meaning: number
  /** Cosine from which two words have anything to do with each other. */
  likeFrom: number
  /** What a very long unrelated answer covers, and how many telling words cover half of that. */
  chance: number
  chanceHalf: number
}

export const built: Parameters = {
  questionWords: 0.2,
  questionShare: 0.25,
  meaning: 1,
  likeFrom: 0.4,
  chance: 0.2,
  chanceHalf: 40,
}
