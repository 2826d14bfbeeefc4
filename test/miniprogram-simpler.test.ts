/** A question in plainer words, on the candidate's phone. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'
import { plainer, questionsThatGoOn } from './fakes/candidate-samples.js'
import { fakeInterview } from './fakes/fake-interview.js'

describe('a question in plainer words on the phone', function () {
  this.timeout(60_000)
  const { api, open, button, shown, phone, current } = candidatePhone()

  for (const width of [375, 320])
    it(`is offered to whoever stops typing, and shown where the question stands, on ${width} px`, async () => {
      const [first, ...others] = questionsThatGoOn()
      const questions = [{ ...first!, simplerLeft: { afterSeconds: 1 } }, ...others]
      api().interview = fakeInterview(Date.now, questions)
      await open(`/pages/interview/interview?invitation=${ids.invitation}`, { width })
      await shown(/卡住、停顿久了，有的题会换个简单点的问法/)
      await shown(/^离开页面、接电话会记下时间/)
      await phone().screenshot(`candidate-told-before-${width}`)
      await button('看第 1 题').tap()
      await button('我想好了，开始作答').tap()
      await current().locator('textarea').fill('先')
      await button('卡住了也没关系：换个简单点的问法').waitFor()
      await phone().screenshot(`candidate-simpler-offered-${width}`)
      await button('卡住了也没关系：换个简单点的问法').tap()
      await shown(`换个问法：${plainer.zh}`)
      await phone().screenshot(`candidate-simpler-${width}`)

      const asked = api().calls.filter(({ path }) => path.endsWith('/simpler'))
      expect(asked.map(({ body }) => body['why'])).to.deep.equal(['asked'])
      expect(await phone().page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).to.equal(
        true,
      )
    })
})
