import { readdirSync, readFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import { expect } from 'chai'
import { bank, file } from '../../../test/builders/data-files.js'
import { readDataFile, type DataFile } from '../read-data-file.js'
import { readApart } from './read-apart.js'

const manyKeys = `kind: messages\n${Array.from({ length: 12_000 }, (_, at) => `k${at}: 1`).join('\n')}`
const hangs = () => new Worker('for (;;);', { eval: true, execArgv: [] })
const dies = () => new Worker('process.exit(1)', { eval: true, execArgv: [] })
const fresh = ({ path, text }: DataFile): DataFile => ({ path, text })

describe('a large data file read in a thread of its own (S6)', function () {
  this.timeout(60_000)

  it('is what it is in this thread, with every place', async () => {
    const given = file(bank())
    const large = { ...given, text: `${given.text}\n#${'x'.repeat(20_000)}\n` }
    const here = readDataFile(fresh(large))
    await readApart(large)
    const there = readDataFile(large)

    if (here.kind === 'refused' || there.kind === 'refused') throw new Error('refused')
    expect(there.file.content).to.deep.equal(here.file.content)
    for (const path of [['id'], ['questions', 0, 'id'], ['questions', 0, 'nowhere', 'deep'], ['nowhere'], []])
      for (const atKey of [false, true])
        expect(there.file.locate(path, atKey), path.join('.')).to.deep.equal(here.file.locate(path, atKey))
  })

  it('leaves this thread free meanwhile', async () => {
    let turns = 0
    const ticking = setInterval(() => (turns += 1), 10)
    const large = { path: 'file', text: manyKeys }
    await readApart(large)
    clearInterval(ticking)

    expect(turns).to.be.greaterThan(5)
    expect(readDataFile(large).kind).to.equal('refused')
  })

  it('gives way to this thread where cores are few', async function () {
    if (process.platform !== 'linux') this.skip()
    const seen = new Set<number>()
    const looking = setInterval(() => nicenessOfThreads().forEach((nice) => seen.add(nice)), 5)
    await readApart({ path: 'file', text: manyKeys })
    clearInterval(looking)

    expect([...seen].some((nice) => nice > getPriority())).to.equal(true)
    expect(nicenessOf(process.pid)).to.equal(getPriority())
  })

  const threads = '/proc/self/task'
  const nicenessOfThreads = () => readdirSync(threads).map(nicenessOf)
  function nicenessOf(thread: string | number): number {
    try {
      return Number(readFileSync(`${threads}/${thread}/stat`, 'utf8').split(') ')[1]!.split(' ')[16])
    } catch {
      return 0 // it has just ended
    }
  }

  it('that takes too long or too much is refused in words', async () => {
    for (const start of [hangs, dies]) {
      const large = { path: 'file', text: manyKeys }
      await readApart(large, { start, mostMs: 300 })
      const reading = readDataFile(large)

      if (reading.kind !== 'refused') throw new Error('taken')
      expect(reading.problems.map(({ message }) => message.en)).to.deep.equal(['The file takes too long to read.'])
    }
  })
})
