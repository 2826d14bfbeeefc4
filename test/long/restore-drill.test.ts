/**
 * The drill of docs/operations.md, line by line, with real processes: people answer, a backup is made meanwhile, everything is killed and
 * its folder is gone, and a product on another folder has every answer that was acknowledged before the backup began (R2).
 */
import { expect } from 'chai'
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFile, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import mongoose from 'mongoose'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { openEmbeddedMongo } from '../../server/embedded-mongo/index.js'
import { connectStore } from '../../server/mongo/connection.js'
import { becomeFirstAdmin } from '../journeys/first-admin.js'
import { lookInside } from '../journeys/inside.js'
import { newcomerWithPhone } from '../journeys/newcomers.js'
import { inTheMorning } from '../journeys/pass-time.js'
import { accept, applyAndBeInvited, type Person } from '../journeys/steps.js'
import { startWorld, type OtherProcess, type World } from '../journeys/world.js'

interface Acknowledged {
  interviewId: string
  number: number
  text: string
}

const people = 4
const answersBefore = 6
const run = promisify(execFile)

/** The lines between the marks, without comments. */
async function linesOfTheDrill(): Promise<string[]> {
  const text = await readFile('docs/operations.md', 'utf8')
  const block = /<!-- drill[^>]*-->\s*```\n([^`]*)```/.exec(text)?.[1] ?? ''
  return block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}

describe('the drill: a backup beside the running product, and all of it restored elsewhere', function () {
  this.timeout(480_000)
  let world: World
  let second: OtherProcess
  let folder: string
  let lines: string[]
  let told: string
  const acknowledged: Acknowledged[] = []
  let promised: Acknowledged[]
  /** Handed in and acknowledged when nothing but the backup came after it. */
  let lastMoment: string
  /** What lay in the store before the backup and lay there as it was after it. */
  let unchanged: Map<string, string>
  let restored: Map<string, string>
  /** Where the lines of the document say `/…`. */
  const places = () => ({
    '/backups/today': join(folder, 'backup'),
    '/safe/key': join(folder, 'key'),
    '/restored': join(folder, 'restored'),
  })

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drill-'))
    world = await startWorld()
    await becomeFirstAdmin(world, 'zhou-min')
    second = await world.startAnother()
    await inTheMorning(world)
    await copyFile(join(world.dataDir, 'keys', 'key-encryption.key'), places()['/safe/key'])
    lines = await linesOfTheDrill()

    const walking = keepAnswering()
    await waitFor('the first answers', async () => acknowledged.length >= answersBefore, { withinMs: 90_000 })
    promised = [...acknowledged]
    const before = await everyRow(world.dataDir)
    lastMoment = await applied()
    await command(0)
    const after = await everyRow(world.dataDir)
    unchanged = new Map([...before].filter(([row, content]) => after.get(row) === content))
    await Promise.all([world.killProduct(), second.kill()])
    await walking
    await rename(world.dataDir, `${world.dataDir}-lost`)
    told = await command(1)
    told += await command(2)
    restored = await everyRow(places()['/restored'])
    await world.startProduct({ DATA_DIR: places()['/restored'] })
    told += await command(4)
  })
  after(async () => {
    await world.end()
    await rm(`${world.dataDir}-lost`, { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  })

  /** Somebody whose request meets the end has no acknowledgement, and goes. */
  async function keepAnswering(): Promise<void> {
    const persons = await Promise.all(Array.from({ length: people }, () => newcomerWithPhone(world)))
    await Promise.all(persons.map((person) => walk(person).catch(() => {})))
  }

  async function applied(): Promise<string> {
    const { candidate, resume, personId } = await newcomerWithPhone(world)
    return (await candidate.apply('teller', resume, `tap-${personId}`)).id
  }

  async function walk(person: Person): Promise<void> {
    const invitationId = await accept(person, await applyAndBeInvited(world, person))
    const { candidate } = person
    const noting: typeof candidate = {
      ...candidate,
      async answer(interviewId, number, text) {
        const view = await candidate.answer(interviewId, number, text)
        acknowledged.push({ interviewId, number, text })
        return view
      },
    }
    await takeInterview(noting, invitationId, (question) => goodAnswer(question))
  }

  /** As somebody types it, with this run's places; the settings of the house stand in the environment. */
  async function command(at: number): Promise<string> {
    const line = Object.entries(places()).reduce((text, [said, place]) => text.replaceAll(said, place), lines[at]!)
    const { stdout, stderr } = await run('sh', ['-c', line], { env: { ...process.env, ...world.env } })
    return stdout + stderr
  }

  it('is five commands in the document', () => {
    expect(lines.map((line) => /npm (?:run -s )?([\w:]+)/.exec(line)?.[1])).to.deep.equal([
      'backup',
      'restore',
      'audit:verify',
      'start',
      'doctor',
    ])
  })

  it('brings back every answer that was acknowledged before the backup began', async () => {
    const restored = { ...world, env: { ...world.env, DATA_DIR: places()['/restored'] } }
    const found = await lookInside(restored, (deps, orgId) =>
      Promise.all(
        promised.map(async ({ interviewId, number }) => {
          const interview = await deps.interviews.find({ orgId, id: interviewId })
          return [...(interview?.questions ?? []), ...(interview?.followUps ?? [])][number - 1]?.answer?.text
        }),
      ),
    )

    expect(promised.length).to.be.at.least(answersBefore)
    expect(found).to.deep.equal(promised.map(({ text }) => text))
  })

  it('brings back every row of every collection, as it was', () => {
    const lost = [...unchanged].filter(([row, content]) => restored.get(row) !== content).map(([row]) => row)

    expect(new Set([...unchanged.keys()].map((row) => row.split(' ')[0])).size).to.be.at.least(20)
    expect(lost).to.deep.equal([])
  })

  it('brings back what was acknowledged in the last moment before it', () => {
    expect(restored.has(`applications ${lastMoment}`)).to.equal(true)
  })

  it('ends with an audit trail that is whole, and a product that nothing is missing from', () => {
    expect(told)
      .to.contain('已恢复到')
      .and.to.match(/Restored/)
    expect(told).not.to.contain('✗')
  })
})

/** A fingerprint of each, named by its collection and id; beside the running product, or of a store that nobody serves. */
async function everyRow(dataDir: string): Promise<Map<string, string>> {
  const store = await openEmbeddedMongo({ dataDir: join(dataDir, 'store') })
  const connection = await connectStore(store.uri, 'xiaozhao')
  try {
    const rows = new Map<string, string>()
    for (const { name } of await connection.db!.listCollections().toArray())
      for await (const row of connection.db!.collection(name).find())
        rows.set(
          `${name} ${String(row._id)}`,
          createHash('sha256').update(mongoose.mongo.BSON.serialize(row)).digest('hex'),
        )
    return rows
  } finally {
    await connection.close()
    await store.close()
  }
}
