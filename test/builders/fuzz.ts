/** Random inputs: how many, by which seed, and whether memory stays flat. FUZZ_INPUTS and FUZZ_SEED make it longer and other. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'chai'
import fc from 'fast-check'

/** Of one suite, when nothing is said. */
const usualInputs = 600
export const fuzzInputs = Number(process.env.FUZZ_INPUTS ?? usualInputs)
export const fuzzSeed = Number(process.env.FUZZ_SEED ?? 20261129)

/** Share of a suite's inputs. */
export const runs = (share: number) => ({ numRuns: Math.ceil(fuzzInputs * share), seed: fuzzSeed })

const mb = 1024 * 1024
const mostGrowthMb = 48

/** Runs it twice: what the first half leaves behind for good (caches, compiled code) the second must not add to. */
export async function inFlatMemory(run: (seed: number) => void | Promise<void>): Promise<void> {
  await run(fuzzSeed)
  const before = heapInUse()
  await run(fuzzSeed + 1)
  const grown = Math.round((heapInUse() - before) / mb)
  expect(grown, 'MB of heap that the second half left behind').to.be.at.most(mostGrowthMb)
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

/** A text with some of it cut, doubled, or replaced by what breaks parsers. */
export const mutated = (texts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), change), { maxLength: 6 }),
    )
    .map(([text, changes]) =>
      changes.reduce((all, [place, one]) => applied(all, Math.floor(place * all.length), one), text),
    )

const nasty = [
  '\0',
  '<',
  ']]>',
  '&',
  '<!DOCTYPE x>',
  '{',
  '}',
  '[',
  '"',
  "'",
  ':',
  '- ',
  '\n',
  '\t',
  '__proto__',
  '1e999',
  '\ud800',
  '🙂',
  '%',
  '!!js',
  '&a *a',
]
const change = fc.record({
  kind: fc.constantFrom('cut', 'double', 'insert', 'replace'),
  length: fc.nat({ max: 12 }),
  text: fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 8 })),
})

type Change = typeof change extends fc.Arbitrary<infer One> ? One : never

function applied(text: string, at: number, { kind, length, text: other }: Change): string {
  const [head, part, tail] = [text.slice(0, at), text.slice(at, at + length), text.slice(at + length)]
  switch (kind) {
    case 'cut':
      return head + tail
    case 'double':
      return head + part + part + tail
    case 'insert':
      return head + other + part + tail
    default:
      return head + other + tail
  }
}
