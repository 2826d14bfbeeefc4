/** The interview page as a finger, a keyboard and a phone's clock treat it. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'
import { questionsThatGoOn } from './fakes/candidate-samples.js'
import { fakeInterview } from './fakes/fake-interview.js'

const page = `/pages/interview/interview?invitation=${ids.invitation}`

describe('an interview on the phone', function () {
  this.timeout(60_000)
  const { api, phone, open, current, text, button, shown } = candidatePhone()

  async function toFirstAnswer(): Promise<void> {
    await button('看第 1 题').tap()
    await button('我想好了，开始作答').tap()
    await current().locator('textarea').waitFor()
  }

  const inBackground = (background: boolean) =>
    phone().page.evaluate((isAway) => {
      window.postMessage({ type: 'xz-phone', background: isAway }, '*')
    }, background)

  for (const [name, setMs] of [
    ['a day forward', 86_400_000],
    ['a day back', -86_400_000],
  ] as const)
    it(`goes on, and is saved, when the phone’s clock is set ${name}`, async () => {
      await open(page)
      await toFirstAnswer()
      await current().locator('textarea').fill('写到一半')
      await shown('刚刚已保存')
      await inBackground(true) // where the settings are
      await phone().page.evaluate((ms) => {
        const before = Date.now
        Date.now = () => before() + ms
      }, setMs)
      await inBackground(false)
      await current().locator('textarea').fill('写到一半，接着写')
      await text('正在保存').waitFor()
      await shown('刚刚已保存')

      expect(api().interview.answers).to.deep.equal([])
      expect(api().interview.step).to.nested.include({ 'draft.text': '写到一半，接着写' })
    })

  it('asks before it is left by the arrow, in words of the question, and no other page does', async () => {
    api().invitation = { ...api().invitation, bound: true } as never
    await open(`/pages/invitation/invitation?token=${ids.token}`)
    await button('开始准备').tap()
    await toFirstAnswer()
    api().invitation = { ...api().invitation, interviewId: ids.interview } as never
    await phone().page.getByRole('button', { name: '返回', exact: true }).first().tap()
    await shown(/^写下的已保存，但这道题的时间照走，还剩不到 \d+ 分钟/)
    await phone().screenshot('candidate-leave')
    await phone().page.getByRole('button', { name: '确定', exact: true }).tap()
    await button('接着答').waitFor()
    await shown(/^第 1 题正在计时/)
    await phone().screenshot('candidate-invitation-running')
  })

  for (const fontScale of [1, 2])
    it(`keeps the time and every key in sight on 320 px, text at ${fontScale * 100} %`, async () => {
      await open(page, { fontScale, width: 320, height: 568 })
      await toFirstAnswer()
      await current().locator('textarea').fill('答')
      await current()
        .locator('.stage-body')
        .evaluate((node) => node.scrollTo(0, node.scrollHeight))
      await phone().screenshot(`candidate-320-text-${fontScale}`)
      const time = async () => (await current().getByText(/^剩余/).boundingBox())!
      expect((await time()).y, 'with a long question scrolled away').to.be.at.least(44)
      await button('回答完毕').tap()
      await button('看第 2 题').tap()
      await button('我想好了，开始作答').tap()
      await button('0').waitFor()
      await phone().screenshot(`candidate-320-number-${fontScale}`)
      const finish = (await button('回答完毕').boundingBox())!
      const lastKey = (await button('0').boundingBox())!

      expect((await time()).y).to.be.within(44, 200)
      expect(lastKey.y + lastKey.height).to.be.at.most(finish.y)
      expect(finish.y + finish.height).to.be.at.most(568)
      expect(lastKey.height).to.be.at.least(44)
      const side = button('删除').evaluate((node) => parseFloat(getComputedStyle(node).fontSize))
      expect(await side).to.be.at.least(Math.min(28, 16 * fontScale))
    })

  const toNumber = async () => {
    await open(page)
    await toFirstAnswer()
    await current().locator('textarea').fill('答')
    await button('回答完毕').tap()
    await button('看第 2 题').tap()
    await button('我想好了，开始作答').tap()
  }

  it('goes on with a scene, in plainer words for whoever asks, and lets a follow-up be left out', async () => {
    api().interview = fakeInterview(Date.now, questionsThatGoOn())
    await open(page)
    await button('看第 1 题').tap()
    await button('换个好懂的说法').tap()
    await shown(/^换个问法：客户等久了/)
    await phone().screenshot('candidate-plainer')
    await button('我想好了，开始作答').tap()
    await current().locator('textarea').fill('先安抚，再问清楚办什么。')
    await button('回答完毕').tap()
    await button('看追问').waitFor()
    await phone().screenshot('candidate-follow-up-comes')
    await button('看追问').tap()
    await shown(/那我还要等多久/)
    await phone().screenshot('candidate-follow-up')
    await button('我想好了，开始作答').tap()
    await current().locator('textarea').fill('大概')
    await button('回答完毕').waitFor()
    await phone().screenshot('candidate-follow-up-answer')
    await current().locator('textarea').fill('')
    await button('没有补充，跳过').tap()
    await button('看第 2 题').waitFor()

    expect(api().interview.answers).to.deep.equal(['先安抚，再问清楚办什么。', ''])
  })

  it('asks whether a number that it cannot read is meant so, and sends it as it was typed', async () => {
    await toNumber()
    await current().locator('input').fill('550或560')
    await button('回答完毕').tap()
    await shown('没看懂是哪个数')
    await phone().screenshot('candidate-unread-number')
    await button('就这样交').tap()
    await shown('完成了，辛苦啦')

    expect(api().interview.answers.at(-1)).to.equal('550或560')
  })

  it('takes a number from a keyboard as from its keys', async () => {
    await toNumber()
    await button('5').press('Enter')
    await current().locator('input').press('End')
    await current().locator('input').pressSequentially('50.5')
    await button('回答完毕').tap()
    await shown('完成了，辛苦啦')

    expect(api().interview.answers.at(-1)).to.equal('550.5')
  })
})
