/** What was written down of spoken answers, on the candidate's phone. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'

const page = `/pages/transcripts/transcripts?interview=${ids.interview}`

describe('the page of what was written down', function () {
  this.timeout(60_000)
  const { open, button, shown, phone, api, current } = candidatePhone()

  it('is reached from the progress of whoever spoke, and from nowhere else', async () => {
    api().application = { ...api().application, interviewId: ids.interview }
    await open(`/pages/status/status?application=${ids.application}`)
    await shown('我的数据与授权')
    expect(await button('看看写成的文字').count()).to.equal(0)
    api().application = { ...api().application, transcriptsReady: true }
    await phone().page.reload()
    await phone().screenshot('candidate-status-transcripts')
    await button('看看写成的文字').tap()
    await shown('带点线的词可能听错了。')
    await phone().screenshot('candidate-transcripts')
  })

  it('lets them correct an answer once, and says before what will happen', async () => {
    await open(page)
    await button('更正听错的地方').first().tap()
    await shown(/^提交后会按更正的文字重新评分/)
    await current().locator('textarea').fill('我会先安抚她，请她坐下，再说清楚大概要等十分钟。')
    await phone().screenshot('candidate-transcripts-correcting')
    await button('提交更正').tap()
    await shown(/^你在 .* 更正过。原来的文字：$/)
    await phone().screenshot('candidate-transcripts-corrected')

    const sent = api().calls.filter(({ method }) => method === 'PUT')
    expect(sent.map(({ body }) => body)).to.deep.equal([{ text: '我会先安抚她，请她坐下，再说清楚大概要等十分钟。' }])
    expect(await button('更正听错的地方').count()).to.equal(1)
  })

  it('has room on the smallest phone, in large letters, and keeps what was written when the network is away', async () => {
    await open(page, { width: 320, fontScale: 1.4 })
    await button('更正听错的地方').first().tap()
    await current().locator('textarea').fill('我会先安抚她')
    api().refuse = ({ method }) => (method === 'PUT' ? { status: 409, code: 'correction-decided' } : undefined)
    await button('提交更正').tap()
    await shown(/^招聘组已经作出决定，不再更正/)
    await phone().screenshot('candidate-transcripts-small')

    expect(await current().locator('textarea').inputValue()).to.equal('我会先安抚她')
    expect(await phone().page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).to.equal(true)
  })
})
