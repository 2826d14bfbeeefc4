/** One rater goes through a set in the terminal: in an order of their own, without anybody else's scores, as long as they like. */
import type { Language } from '../../shared/contracts/text.js'
import { seededPick } from '../../server/features/question-types/seeded-pick.js'
import { givenBy, keepRating } from './rater-file.js'
import type { SetItem } from './read-set.js'
import { rateTexts } from './texts.js'

export interface Rating {
  set: string
  items: readonly SetItem[]
  rater: string
  seed: string
  language: Language
}

export interface Terminal {
  say(text: string): void
  /** Undefined: the input has ended. */
  ask(question: string): Promise<string | undefined>
}

const grains = 2 ** 48

/** The same for the same rater and seed, so that it goes on where it stopped; another one for another rater. */
export const orderFor = (items: readonly SetItem[], { rater, seed }: Pick<Rating, 'rater' | 'seed'>): SetItem[] =>
  items
    .map((item) => ({ item, at: seededPick(`${seed}\0${rater}`, item.id, grains) }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)

export async function rateSet({ set, items, rater, seed, language }: Rating, terminal: Terminal): Promise<void> {
  const words = rateTexts[language]
  const given = givenBy(set, rater)
  const ordered = orderFor(items, { rater, seed })
  const done = () => ordered.filter(({ id }) => given.has(id)).length
  terminal.say(words.hello(rater, done(), ordered.length))
  for (const item of ordered.filter(({ id }) => !given.has(id))) {
    terminal.say(words.item(done() + 1, ordered.length, plain(item)))
    const score = await askScore(terminal, language)
    if (score === 'stop') return terminal.say(words.stopped(done(), ordered.length))
    if (score === 'skip') continue
    keepRating(set, rater, { id: item.id, score })
    given.set(item.id, score)
  }
  terminal.say(done() === ordered.length ? words.finished(ordered.length) : words.skipped(ordered.length - done()))
}

/** What somebody typed may hold signs that move the cursor of whoever reads it. */
const plain = ({ id, question, answer }: SetItem): SetItem => ({
  id,
  question: question.replace(/[^\P{Cc}\n\t]/gu, ''),
  answer: answer.replace(/[^\P{Cc}\n\t]/gu, ''),
})

async function askScore(terminal: Terminal, language: Language): Promise<number | 'skip' | 'stop'> {
  const words = rateTexts[language]
  for (;;) {
    const typed = (await terminal.ask(words.score))?.normalize('NFKC').trim().toLowerCase()
    if (typed === undefined || typed === 'q') return 'stop'
    if (typed === 's') return 'skip'
    const score = Number(typed)
    if (typed !== '' && score >= 1 && score <= 5 && Number.isInteger(score * 2)) return score
    terminal.say(words.notAScore)
  }
}
