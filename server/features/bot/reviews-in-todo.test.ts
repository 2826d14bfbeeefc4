/** 待办 also says how much waits to be rated, as the console counts it. */
import { expect } from 'chai'
import { botSetup, type BotSetup } from '../../../test/builders/bot.js'
import { conflict } from '../../errors.js'

describe('what waits to be rated, in the group', () => {
  let at: BotSetup
  const read = async (text: string) => {
    const answer = await at.say(text)
    return answer.kind === 'text' ? answer.markdown : JSON.stringify(answer)
  }

  beforeEach(async () => {
    at = await botSetup()
    at.deps.reviewCounts = async () => ({ first: 3, second: 1, settle: 0, appeal: 1 })
  })

  it('stands by itself when nobody waits for a decision, kinds without any left out', async () => {
    expect(await read('待办')).to.equal('要评分的报告：首评 3 份、第二人评 1 份、再看一次 1 份；在控制台“评阅”领取。')
    expect(await read('todo')).to.equal(
      'Reports to rate: 3 for the first time, 1 by a second person and 1 to look at again; take one in “Reviews” on the console.',
    )
  })

  it('comes behind who waits for a decision', async () => {
    await at.wait(await at.person('王小明'))

    expect((await read('待办')).split('\n').at(-1)).to.contain('首评 3 份')
  })

  it('tells why nothing was decided while a second rating is asked for', async () => {
    const code = await at.person('王小明')
    await at.wait(code)
    at.deps.decideOn = async () => {
      throw conflict('second-rating-open')
    }
    const asked = await at.say(`通过 ${code}`)
    const answer = JSON.stringify(await at.press(asked, 'confirm'))

    expect(answer).to.contain('等第二人评分')
  })
})
