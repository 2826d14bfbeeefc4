/**
 * The drill of docs/operations.md, line by line, with real processes: people answer, a backup is made meanwhile, everything is killed and
 * its folder is gone, and a product on another folder has every answer that was acknowledged before the backup began (R2).
 */
import { expect } from 'chai'
import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
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
    await command(0)
    await Promise.all([world.killProduct(), second.kill()])
    await walking
    await rename(world.dataDir, `${world.dataDir}-lost`)
    told = await command(1)
    told += await command(2)
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
          return interview?.questions[number - 1]?.answer?.text
        }),
      ),
    )

    expect(promised.length).to.be.at.least(answersBefore)
    expect(found).to.deep.equal(promised.map(({ text }) => text))
  })

  it('ends with an audit trail that is whole, and a product that nothing is missing from', () => {
    expect(told)
      .to.contain('已恢复到')
      .and.to.match(/Restored/)
    expect(told).not.to.contain('✗')
  })
})
