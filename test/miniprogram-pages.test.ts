/** The candidate's pages in Chromium, drawn from a fake API: they fit, they read, and nothing is wrong beneath them. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'

const pages = {
  positions: '/pages/positions/positions',
  apply: '/pages/apply/apply?position=teller',
  invitation: `/pages/invitation/invitation?token=${ids.token}`,
  tail: `/pages/consent/consent?token=${ids.token}`,
  claim: `/pages/claim/claim?application=${ids.application}&proof=${'A'.repeat(22)}&opens=letter`,
  choices: `/pages/consent/consent?invitation=${ids.invitation}`,
  interview: `/pages/interview/interview?invitation=${ids.invitation}`,
  status: `/pages/status/status?application=${ids.application}`,
  feedback: `/pages/feedback/feedback?interview=${ids.interview}`,
  letter: `/pages/letter/letter?application=${ids.application}`,
}

describe('the candidate’s pages in a browser', function () {
  this.timeout(60_000)
  const { api, host, phone, open, text, button, shown } = candidatePhone()

  it('applies: says what is wrong, then asks for the subscription in the tap and sends once', async () => {
    await open(pages.apply)
    await button('投递').tap()
    await shown('手机号要填 11 位数字，以 1 开头。')
    await phone().screenshot('candidate-apply-faults')

    await phone().current().getByPlaceholder('和证件上一致').fill('王小明')
    await phone().current().getByPlaceholder('11 位手机号').fill('13812348000')
    await text('本科').tap()
    await phone().current().getByPlaceholder('毕业学校').fill('浙江财经大学')
    await phone().current().getByPlaceholder('所学专业').fill('金融学')
    await phone().current().getByPlaceholder('应届填 0').fill('0')
    await button('投递').tap()
    await phone().page.getByRole('dialog').getByRole('button', { name: '允许' }).tap()
    await shown('完成了，辛苦啦')

    const posts = api()
      .calls.filter(({ method }) => method === 'POST')
      .map(({ path: address }) => address.split('/').at(-1))
    expect(posts).to.deep.equal(['sessions', 'subscriptions', 'applications'])
    expect(api().calls.find(({ path: address }) => address.endsWith('subscriptions'))?.body).to.deep.equal({
      choices: [{ template: 'invitation', choice: 'accept' }],
    })
    expect(
      api().calls.find(({ path: address, method }) => method === 'POST' && address.endsWith('applications'))?.body,
    ).to.nested.include({ 'resume.name': '王小明', 'resume.education.degree': 'bachelor' })
  })

  it('proves the phone while applying: a code is asked for, mistyped, and given back', async () => {
    await open(pages.apply)
    await phone().current().getByPlaceholder('11 位手机号').fill('13812348000')
    await button('获取验证码').tap()
    await shown('验证码已发到这个号码，5 分钟内有效。')
    const code = phone().current().getByPlaceholder('6 位数字')
    await code.fill('123456')
    await shown('验证码对不上。看看短信，再输一次。')
    await phone().screenshot('candidate-phone-code')
    await code.fill('246810')

    await shown('手机号已验证。')
    expect(await phone().current().getByPlaceholder('6 位数字').count()).to.equal(0)
    await phone().screenshot('candidate-phone-proved')
  })

  it('proves the phone with one tap: WeChat’s sheet shows its number, which fills the field once it is told', async () => {
    await open(pages.apply)
    await button('一键验证微信手机号').tap()
    const sheet = phone().page.getByRole('dialog', { name: '申请获取并验证你的手机号' })
    await sheet.getByText('138****8000').waitFor()
    await phone().screenshot('candidate-wechat-number')
    await sheet.getByRole('button', { name: '不允许' }).tap()
    expect(await phone().current().getByPlaceholder('11 位手机号').inputValue()).to.equal('')

    await button('一键验证微信手机号').tap()
    await sheet.getByRole('button', { name: '允许', exact: true }).tap()

    await shown('手机号已验证。')
    expect(await phone().current().getByPlaceholder('11 位手机号').inputValue()).to.equal('13800138000')
  })

  it('proves the phone later, from the page of the application, and says what for', async () => {
    api().application = { ...api().application, unproved: { phone: '13912348000' } }
    await open(pages.status)
    await shown('验证 139****8000，面试邀请和结果也会发短信给你，换了微信也能凭它找回进度。')
    await phone().screenshot('candidate-status-proof')
    await button('获取验证码').tap()
    await phone().current().getByPlaceholder('6 位数字').fill('246810')

    await shown('手机号已验证。')
    expect(api().calls.at(-1)?.body).to.deep.equal({ phone: '13912348000', code: '246810' })
  })

  it('leaves the code when WeChat gives no number', async () => {
    host().phoneOf('wang').mayTellNumber = 'no-quota'
    await open(pages.apply)
    await button('一键验证微信手机号').tap()
    await phone().current().getByPlaceholder('11 位手机号').fill('13812348000')

    await button('获取验证码').waitFor()
    expect(await phone().page.getByRole('dialog').count()).to.equal(0)
  })

  it('proves the e-mail address as well', async () => {
    await open(pages.apply)
    await phone().current().getByPlaceholder('选填').first().fill('wang@example.com')
    await button('发到邮箱').tap()
    const code = phone().current().getByPlaceholder('6 位数字')
    await code.fill('123456')
    await shown('验证码对不上。看看邮件，再输一次。')
    await code.fill('246810')

    await shown('邮箱已验证。')
    await phone().screenshot('candidate-email-proved')
  })

  it('opens a link in a WeChat that was never seen, with the last digits of the phone', async () => {
    api().refuse = ({ path: address, method }) =>
      method === 'GET' && address.endsWith('/letter') ? { status: 404, code: 'not-found' } : undefined
    await open(`${pages.letter}&proof=${'A'.repeat(22)}`)
    await shown('先确认是你本人')
    await phone().current().locator('input').fill('1234')
    await button('下一步').tap()
    await shown('对不上，再核对一下。还可以试 4 次。')
    await phone().screenshot('candidate-claim')
    await phone().current().locator('input').fill('8000')
    await button('下一步').tap()

    await shown('“我会先请她坐下”')
  })

  it('checks the phone tail and takes the choices one by one, none ticked', async () => {
    await open(pages.tail)
    await phone().current().locator('input').fill('1234')
    await button('下一步').tap()
    await shown('对不上，再核对一下。还可以试 4 次。')
    await phone().current().locator('input').fill('8000')
    await button('下一步').tap()
    await shown('由你决定我们能用什么')
    await phone().screenshot('candidate-consent')
    await phone().current().getByRole('switch').first().tap()
    await button('继续').tap()
    await shown('准备好了就开始')

    expect(api().calls.find(({ path: address }) => address.endsWith('/consent'))?.body['choices']).to.deep.equal([
      { purpose: 'ai-scoring', granted: true },
      { purpose: 'sharing', granted: false },
    ])
  })

  it('answers a text and a number, with autosave, a rest and a calm way through a dead network', async () => {
    await open(pages.interview)
    await button('看第 1 题').tap()
    await shown('思考时间')
    await phone().screenshot('candidate-thinking')
    await button('我想好了，开始作答').tap()
    await phone().current().locator('textarea').fill('我会先请她坐下，说清楚要等多久 😀')
    await shown('刚刚已保存')
    await phone().screenshot('candidate-text')
    expect(api().interview.step).to.nested.include({ 'draft.text': '我会先请她坐下，说清楚要等多久 😀' })

    host().phoneOf('wang').online = false
    await shown('你的回答都在，网络断开了。')
    await phone().screenshot('candidate-offline')
    host().phoneOf('wang').online = true
    await text('你的回答都在，网络断开了。').waitFor({ state: 'hidden' })

    await button('回答完毕').tap()
    await shown('再休息 30 秒')
    await phone().screenshot('candidate-rest')
    await button('看第 2 题').tap()
    await button('我想好了，开始作答').tap()
    for (const key of ['5', '5', '0', '.', '0', '0'])
      await phone()
        .current()
        .getByRole('button', { name: key === '.' ? '小数点' : key, exact: true })
        .tap()
    await phone().screenshot('candidate-number')
    await button('回答完毕').tap()
    await shown('完成了，辛苦啦')
    await phone().screenshot('candidate-status')

    expect(api().interview.answers).to.deep.equal(['我会先请她坐下，说清楚要等多久 😀', '550.00'])
  })

  it('says of a button that it does nothing yet, to a screen reader as well', async () => {
    api().holds = ({ path: address }) => address.endsWith('/shown')
    await open(pages.interview)
    await button('看第 1 题').tap()
    const begin = phone()
      .current()
      .getByRole('button', { name: /我想好了，开始作答/ })
    const early = await begin.isEnabled()

    api().holds = () => false
    await begin.tap()
    await phone().current().locator('textarea').waitFor()
    expect(early).to.equal(false)
  })

  it('turns English at once and stays so', async () => {
    await open(pages.positions)
    await text('English').tap()
    await shown('Jiangnan Bank is hiring')
    await phone().screenshot('candidate-positions-en')
    await phone().page.reload()
    await shown('Jiangnan Bank is hiring')
  })

  it('says what is safe when the service is away, and comes back with one tap', async () => {
    api().refuse = ({ path: address }) =>
      address.endsWith('/feedback') ? { status: 503, code: 'store-away' } : undefined
    await open(pages.feedback)
    await shown('你已提交的内容都在。')
    api().refuse = undefined
    await text('再试一次').tap()

    await shown('你最突出的是「客户服务」')
    await phone().screenshot('candidate-feedback')
  })

  it('leads a declined candidate from the progress to the letter, and says what to do when it does not come', async () => {
    api().application = {
      ...api().application,
      outcome: 'declined',
      letterReady: true,
      steps: api().application.steps.slice(0, 2),
    }
    api().refuse = ({ path: address }) =>
      address.endsWith('/letter') ? { status: 503, code: 'store-away' } : undefined
    await open(pages.status)
    await shown('结果已经出来了')
    await button('看给你的说明').tap()
    await shown('你已提交的内容都在。')
    api().refuse = undefined
    await text('再试一次').tap()

    await shown('“我会先请她坐下”')
    await phone().screenshot('candidate-letter')
    await text('English').tap()
    await shown('If you see it differently')
    await phone().screenshot('candidate-letter-en')
  })

  it('says when and where the next round is', async () => {
    api().application = {
      ...api().application,
      outcome: 'advanced',
      nextRound: {
        name: { zh: '复试', en: 'Second round' },
        startsAt: '2026-12-08T06:00:00Z',
        place: { zh: '总行大楼 12 楼会议室', en: 'HQ, floor 12' },
        contact: { name: { zh: '张老师', en: 'Zhang' }, phone: '025-0000 0000' },
      },
    }
    await open(pages.status)
    await shown('12 月 8 日 14:00')
    await shown('张老师 025-0000 0000')
    await phone().screenshot('candidate-next-round')
  })

  it('shows the shape of a page while its content is on the way', async () => {
    api().holds = () => true
    await open(pages.status)

    expect(await phone().current().locator('[aria-busy="true"]').count()).to.equal(1)
    api().holds = () => false
    await shown('正在生成报告')
  })

  for (const [name, page] of Object.entries(pages)) {
    it(`fits ${name} on 320 px with text at 200 %: nothing sideways, the button in sight`, async () => {
      await open(page, { fontScale: 2, width: 320, height: 568 })
      await phone().current().locator('[aria-busy="true"]').waitFor({ state: 'detached' })

      const sideways = await phone()
        .current()
        .evaluate((node) => node.scrollWidth - node.clientWidth)
      await phone().screenshot(`candidate-large-${name}`)

      expect(sideways).to.equal(0)
      if (['positions', 'feedback', 'letter'].includes(name)) return // the only pages without a filled button
      const filled = (await phone().current().locator('.t-button').last().boundingBox())!
      expect(filled.y + filled.height).to.be.at.most(568)
      expect(filled.height).to.be.at.least(44)
    })
  }
})
