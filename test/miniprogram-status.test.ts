/** The status page as a finger meets it. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'

describe('the status page on the phone', function () {
  this.timeout(60_000)
  const { open, button, shown, host, phone, api } = candidatePhone()

  it('says why WeChat did not ask when its main switch is off', async () => {
    host().phoneOf('wang').subscriptions = 'off'
    await open(`/pages/status/status?application=${ids.application}`)
    await button('出结果时通知我').tap()

    await shown('你的申请不受影响。')
    await phone().screenshot('candidate-messages-off')
  })

  it('asks a person to look again from the letter, once', async () => {
    await open(`/pages/letter/letter?application=${ids.application}`)
    await button('请招聘组再看一次').tap()
    await phone().current().locator('textarea').fill('简历里漏写了自考本科')
    await phone().screenshot('candidate-appeal-words')
    await button('先不发').tap()
    await button('请招聘组再看一次').tap()
    expect(await phone().current().locator('textarea').inputValue()).to.equal('简历里漏写了自考本科')
    await button('发给招聘组').tap()
    await shown('您写道：“简历里漏写了自考本科”')
    await shown(/已告诉招聘组，会有人再看一遍/)
    await phone().screenshot('candidate-appeal')
  })

  it('does not invite to an interview that will not take place, and says whom to ask', async () => {
    api().application = { ...api().application, ended: 'revoked', steps: api().application.steps.slice(0, 1) }
    await open(`/pages/status/status?application=${ids.application}`)

    await shown('面试邀请已撤销')
    await shown('有问题？联系 HR 张老师 02112345678')
    await phone().screenshot('candidate-revoked')
  })
})
