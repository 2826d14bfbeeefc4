/**
 * npm run rate -- set.csv --rater NAME [--lang en] [--seed 1] : rates a set of answers blind, in the terminal; two people do it, each by
 * themselves. npm run rate -- set.csv --compare : how far they agree. What the figures mean: docs/scoring.md.
 */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { runCommand, UsageError } from './demo/command.js'
import { compareRaters } from './rate/compare-raters.js'
import { isRaterName } from './rate/rater-file.js'
import { rateSet, type Terminal } from './rate/rate-set.js'
import { readSet } from './rate/read-set.js'

const usage =
  '用法 · usage: npm run rate -- <set.csv|set.yaml> --rater <姓名 name> [--lang zh|en] [--seed 1]\n' +
  '              npm run rate -- <set.csv|set.yaml> --compare [--lang zh|en]'

runCommand(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      rater: { type: 'string' },
      lang: { type: 'string', default: 'zh' },
      seed: { type: 'string', default: '1' },
      compare: { type: 'boolean', default: false },
    },
  })
  const [set] = positionals
  const { rater, seed, compare } = values
  const language = values.lang === 'en' ? 'en' : 'zh'
  if (!set || positionals.length > 1) throw new UsageError(usage)
  const items = readSet(set)
  if (compare) {
    console.log((await compareRaters(set, items, language)).join('\n'))
    return
  }
  if (rater === undefined || !isRaterName(rater)) throw new UsageError(usage)
  const terminal = terminalOn(process.stdin)
  await rateSet({ set, items, rater, seed, language }, terminal)
  terminal.close()
})

/** Lines may come faster than they are asked for, as from a file. */
function terminalOn(input: NodeJS.ReadableStream): Terminal & { close(): void } {
  const reader = createInterface({ input })
  const lines: AsyncIterator<string, undefined> = reader[Symbol.asyncIterator]()
  return {
    say: (text) => {
      console.log(text)
    },
    async ask(question) {
      process.stdout.write(question)
      const { value, done } = await lines.next()
      return done ? undefined : value
    },
    close: () => {
      reader.close()
    },
  }
}
