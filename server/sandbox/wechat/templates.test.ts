import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { appId, appSecret, templates } = sandboxCredentials.wechat

describe('the subscription templates of the simulated WeChat', () => {
  let sandbox: TestSandbox
  let token: string

  beforeEach(async () => {
    sandbox = await startSandbox()
    const credentials = { grant_type: 'client_credential', appid: appId, secret: appSecret }
    token = (await sandbox.post<{ access_token: string }>('/wechat/cgi-bin/stable_token', credentials)).access_token
  })
  afterEach(() => sandbox.close())

  const accept = (choice: string, template: string) =>
    sandbox.post('/api/people/wang-xiaoming/wx/subscribe', { choices: { [template]: choice } })
  const sendResult = (phrase: string) =>
    sandbox.post(`/wechat/cgi-bin/message/subscribe/send?access_token=${token}`, {
      touser: 'oSandbox-wang-xiaoming-00001',
      template_id: templates.result,
      data: { phrase3: { value: phrase }, thing5: { value: '反馈已生成' }, time2: { value: '10:15' } },
    })

  it('take a phrase of five Chinese characters at most, and a letter for none', async () => {
    await accept('accept', templates.result)

    for (const phrase of ['已完成1', '面试已有进展', 'done'])
      expect(await sendResult(phrase), phrase).to.include({ errcode: 47003 })
    expect(await sendResult('面试进展')).to.include({ errcode: 0 })
  })

  it('count every accept, also one with a sound', async () => {
    expect(await accept('acceptWithAudio', templates.result)).to.deep.include({ [templates.result]: 'acceptWithAudio' })
    expect(await sendResult('面试进展')).to.include({ errcode: 0 })
  })

  it('are shown once of those with one title; the others are filtered', async () => {
    await sandbox.post('/api/settings', { templateTitles: { progress: '面试通知', result: '面试通知' } })
    const { progress, result, 'next-round': nextRound } = templates
    const choices = { [progress]: 'accept', [result]: 'accept', [nextRound]: 'accept' }

    expect(await sandbox.post('/api/people/wang-xiaoming/wx/subscribe', { choices })).to.deep.include({
      [progress]: 'accept',
      [result]: 'filter',
      [nextRound]: 'accept',
    })
    const { credits } = await sandbox.get<{ credits: Record<string, number> }>('/api/people/wang-xiaoming/phone')
    expect(credits).to.deep.equal({ [progress]: 1, [nextRound]: 1 })
  })

  it('are listed with their keywords', async () => {
    const { data: own } = await sandbox.get<{ data: Record<string, unknown>[] }>(
      `/wechat/wxaapi/newtmpl/gettemplate?access_token=${token}`,
    )

    expect(own.map(({ priTmplId }) => priTmplId)).to.deep.equal(Object.values(templates))
    expect(own[0]).to.deep.include({ title: '面试邀请', type: 2 })
    expect(own[0]!.content).to.contain('面试岗位:{{thing4.DATA}}\n').and.to.contain('{{short_thing6.DATA}}')
    expect(own[0]!.keywordEnumValueList).to.deep.equal([
      { keywordCode: 'enum2.DATA', enumValueList: ['现场面试', '视频面试', '线上面试'] },
    ])
    expect(await sandbox.get('/wechat/wxaapi/newtmpl/gettemplate')).to.include({ errcode: 41001 })
  })
})
