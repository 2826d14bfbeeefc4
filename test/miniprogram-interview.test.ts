/** The interview page as a finger, a keyboard and a phone's clock treat it. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'

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
})
