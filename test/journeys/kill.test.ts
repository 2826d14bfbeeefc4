/** kill -9 of the product, again and again, while people apply and answer. KILLS makes it longer, KILL_SEED other. */
import { expect } from 'chai'
import { waitFor } from '../../scripts/demo/wait-for.js'
import { seededRandom } from '../../server/embedded-mongo/testing/random.js'
import { crowd, type Walked } from './crowd.js'
import { lookInside } from './inside.js'
import { inTheMorning } from './pass-time.js'
import { messagesOf, readGroup, settled, type LedgerMessage } from './what-became.js'
import { startWorld, type World } from './world.js'

const kills = Number(process.env.KILLS ?? 3)
const seed = Number(process.env.KILL_SEED ?? 20261122)
const lanes = 6
const longestUpMs = 3_500
/** Sending takes seconds, so that it is often cut in the middle: the message arrives, and nobody is left to note it. */
const slow = { fault: 'slow', on: true, endpoint: 'send' } as const

describe(`a product that is killed ${kills} times while ${lanes} people at a time apply and answer (KILL_SEED=${seed})`, function () {
  this.timeout(210_000 + kills * 30_000)
  let world: World
  let people: Walked[]
  let ledger: Map<string, LedgerMessage[]>

  before(async () => {
    world = await startWorld()
    await inTheMorning(world)
    await world.sandbox.setClock({ speed: 10 })
    people = await walkWhileKilled()
    await world.sandbox.setClock({ speed: 20 }) // a claim's minute is three seconds, and so is the group's between two cards
    ledger = await lookInside(world, async (deps, orgId, whichAreDue) => {
      await waitFor('everything to settle', () => settled({ ...deps, whichAreDue }, orgId, people), {
        withinMs: 150_000,
        everyMs: 500,
      })
      return messagesOf(deps, orgId, people)
    })
  })
  after(() => world.end())

  async function walkWhileKilled(): Promise<Walked[]> {
    const random = seededRandom(seed)
    const walking = crowd(world, { lanes, random: seededRandom(seed + 1) })
    let starting: Promise<void> = Promise.resolve()
    for (let round = 0; round < kills; round += 1) {
      await world.sandbox.setFault({ ...slow, times: 2 })
      if (!random.chance(0.2)) await starting // otherwise it is killed while it starts
      await new Promise((resolve) => {
        setTimeout(resolve, random.below(longestUpMs))
      })
      await world.killProduct()
      starting = world.startProduct()
      starting.catch(() => {})
    }
    await starting
    await world.sandbox.setFault({ ...slow, on: false })
    return walking.finish()
  }

  it('has every application once, and every answer exactly as it was acknowledged', async () => {
    const found = await lookInside(world, (deps, orgId) =>
      Promise.all(people.map(async ({ interviewId }) => (await deps.interviews.find({ orgId, id: interviewId }))!)),
    )

    for (const [index, { name, answers, candidate, applicationId, interviewId }] of people.entries()) {
      const mine = await candidate.applications()
      expect(
        mine.map(({ id, interviewId }) => ({ id, interviewId })),
        name,
      ).to.deep.equal([{ id: applicationId, interviewId }])
      expect(
        found[index]!.questions.map(({ answer }) => answer?.text),
        name,
      ).to.deep.equal(answers)
    }
    expect(people).to.have.length.of.at.least(lanes)
  })

  it('has a report for everybody', async () => {
    for (const { name, candidate, interviewId } of people)
      expect((await candidate.feedback(interviewId)).kind, name).to.equal('ready')
  })

  it('sent every message once, or knows that it cannot know', async () => {
    for (const { name, personId, candidateId } of people) {
      const inbox = await world.sandbox.inbox(personId)
      for (const { template, status, arrives } of ledger.get(candidateId)!) {
        const arrived = inbox.filter(arrives).length
        // Who takes no notice and has not proved the phone can be told nothing.
        const allowed = { sent: [1], unconfirmed: [0, 1], dropped: [0], failed: [0] }[status as string] ?? []
        expect(allowed, `${name}: ${template} is ${status}`).to.include(arrived)
      }
      expect(
        ledger.get(candidateId)!.map(({ template }) => template),
        name,
      ).to.include('result') // who is faster than the invitation's notice needs none
      expect(inbox.length, `${name} has a message that the ledger does not know`).to.be.at.most(
        ledger.get(candidateId)!.filter(({ status }) => status !== 'dropped').length,
      )
    }
  })

  it('told the group everything once at most, and of every report unless a card is unconfirmed', async () => {
    const { lines, cards, totals } = await readGroup(world)
    const statuses = ledger.get('group')!.map(({ status }) => status)

    expect(new Set(cards), 'the same card twice').to.have.length(cards.length)
    // Several messages of one person may fail, or stay unconfirmed.
    const ofOnce = [...lines].filter(([line]) => !/^消息(可能)?没有送/.test(line))
    for (const [line, times] of ofOnce) expect(times, line).to.equal(1)
    expect(statuses).to.satisfy((all: string[]) => all.every((status) => ['sent', 'unconfirmed'].includes(status)))
    for (const fact of ['开始面试', '面试已提交', '报告已生成']) {
      expect(totals.get(fact) ?? 0, fact).to.be.at.most(people.length)
    }
    if (!statuses.includes('unconfirmed'))
      expect(totals.get('报告已生成'), cards.join('\n---\n')).to.equal(people.length) // earlier steps may have been passed by then
  })
})
