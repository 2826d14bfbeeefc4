/** Two processes, one bot: the one that leads is killed in the middle of commands; none is lost, none answered twice. */
import { expect } from 'chai'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { GroupPost } from '../../shared/contracts/sandbox.js'
import { hrGroup, isNews, type HrGroup } from '../journeys/hr-group.js'
import { inTheMorning } from '../journeys/pass-time.js'
import { startWorld, type OtherProcess, type World } from '../journeys/world.js'

const members = ['li-jing', 'zhao-ying', 'chen-hao'] as const
const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
/** Sending takes seconds, so that it is cut in the middle. */
const slow = { fault: 'slow', on: true, endpoint: 'aibot_respond' } as const
const failOverMs = 60_000

describe('two processes and one bot, whose leader is killed in the middle of commands', function () {
  this.timeout(240_000)
  let world: World
  let hr: HrGroup
  let other: OtherProcess
  let asked = 0
  const tookMs: number[] = []

  before(async () => {
    world = await startWorld()
    await inTheMorning(world)
    hr = hrGroup(world)
    await waitFor('the first to lead', async () => connections() === 1)
    other = await world.startAnother({ ROLE: 'all' })
  })
  after(() => world.end())

  const connections = () => world.log().split('the bot is connected').length - 1

  /** Every member asks something whose answer tells it from all others. */
  async function askAll(): Promise<string[]> {
    return Promise.all(
      members.map(async (from) => {
        const name = `${surnames[asked]}某${surnames[(asked += 1)]}`
        await hr.type(`进度 ${name}`, from)
        return `没有找到 ${name[0]}*${name[2]}。`
      }),
    )
  }
  const answersIn = (posts: readonly GroupPost[], expected: readonly string[]) =>
    expected.map(
      (text) => posts.filter((post) => post.from.kind === 'bot' && !isNews(post) && post.content.includes(text)).length,
    )

  async function killInTheMiddle(kill: () => Promise<void>): Promise<string[]> {
    await world.sandbox.setFault({ ...slow, times: 2 })
    const expected = await askAll()
    await new Promise((resolve) => {
      setTimeout(resolve, 300)
    })
    const killedAt = Date.now()
    await kill()
    await world.sandbox.setFault({ ...slow, on: false })
    expected.push(...(await askAll())) // while nobody leads
    await waitFor(
      'an answer to everything',
      async () => answersIn(await hr.posts(), expected).every((count) => count > 0),
      { withinMs: failOverMs, everyMs: 200 },
    )
    tookMs.push(Date.now() - killedAt)
    return expected
  }

  it('answers everything once when the first is killed', async () => {
    const expected = await killInTheMiddle(() => world.killProduct())

    expect(answersIn(await hr.posts(), expected)).to.deep.equal(expected.map(() => 1))
  })

  it('answers everything once when the second is killed after the first came back', async () => {
    await world.startProduct()
    const expected = await killInTheMiddle(() => other.kill())

    expect(answersIn(await hr.posts(), expected)).to.deep.equal(expected.map(() => 1))
  })

  it('took over well within a minute', () => {
    console.log(
      `      from the kill to the last answer: ${tookMs.map((ms) => `${(ms / 1_000).toFixed(1)} s`).join(', ')}`,
    )
    expect(tookMs).to.have.length(2)
    expect(Math.max(...tookMs)).to.be.lessThan(failOverMs)
  })
})
