import { encrypt } from '@wecom/crypto'
import { expect } from 'chai'
import { sandboxCredentials } from '../../../shared/contracts/sandbox.js'
import type { MemberMessage, PlatformCall } from '../../../shared/contracts/sandbox.js'
import { confirmCard } from '../../../test/bot-bench.js'
import { startFakeProduct, type FakeProduct } from '../../../test/fake-product.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

const { corpId, appSecret, agentId, callback } = sandboxCredentials.wecom

describe('callbacks of the simulated WeCom', () => {
  let sandbox: TestSandbox
  let product: FakeProduct

  beforeEach(async () => {
    product = await startFakeProduct()
    sandbox = await startSandbox({
      realNow: () => 1_790_000_000_000,
      productUrl: product.url,
      timing: { callbackMs: 80 },
    })
  })
  afterEach(async () => {
    await sandbox.close()
    await product.close()
  })

  const inbox = () => sandbox.get<MemberMessage[]>('/api/members/li-jing/inbox')
  const write = (content = '你好') => sandbox.post('/api/members/li-jing/app', { content })
  const calls = async () =>
    (await sandbox.get<PlatformCall[]>('/api/calls'))
      .filter(({ endpoint }) => endpoint.startsWith('/callback'))
      .map(({ endpoint, errcode }) => `${endpoint} ${errcode}`)
  async function card(change: Record<string, unknown> = {}): Promise<string> {
    const { access_token } = await sandbox.get(`/wecom/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${appSecret}`)
    await sandbox.post(`/wecom/cgi-bin/message/send?access_token=${String(access_token)}`, {
      touser: 'li-jing',
      agentid: agentId,
      msgtype: 'template_card',
      template_card: confirmCard('task-1', change),
    })
    return (await inbox()).at(-1)!.id
  }
  const tap = (messageId: string, key = 'confirm', selected?: Record<string, string[]>) =>
    sandbox.post('/api/members/li-jing/tap', { messageId, key, ...(selected && { selected }) })

  it('verify the URL once, with the plain echostr alone', async () => {
    await card()

    expect(await calls()).to.deep.equal(['/callback/verify 0'])
    expect(await sandbox.post('/api/callbacks/verify')).to.deep.equal({ verified: true })
  })

  it('tell what a member writes and that the app was opened', async () => {
    await sandbox.post('/api/members/li-jing/app/open')
    await write('A ]]> B <b>')

    expect(product.heard[0]).to.include({
      ToUserName: corpId,
      FromUserName: 'li-jing',
      MsgType: 'event',
      Event: 'enter_agent',
      AgentID: String(agentId),
    })
    expect(product.heard[0]).not.to.have.property('MsgId')
    expect(product.heard[1]).to.include({ MsgType: 'text', Content: 'A ]]> B <b>', CreateTime: '1790000000' })
    expect(product.heard[1]!.MsgId).to.match(/^\d+$/)
  })

  it('tell a pressed button with a code that updates the card', async () => {
    const messageId = await card({ button_selection: { question_key: 'q', option_list: [{ id: '1', text: '一' }] } })
    await tap(messageId, 'confirm', { q: ['1'] })
    const { ResponseCode } = product.heard[0]!
    const { access_token } = await sandbox.get(`/wecom/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${appSecret}`)
    const updated = await sandbox.post(
      `/wecom/cgi-bin/message/update_template_card?access_token=${String(access_token)}`,
      {
        userids: ['li-jing'],
        agentid: agentId,
        response_code: ResponseCode,
        button: { replace_name: '已确认' },
      },
    )

    expect(product.heard[0]).to.include({
      Event: 'template_card_event',
      EventKey: 'confirm',
      TaskId: 'task-1',
      CardType: 'button_interaction',
    })
    expect(product.heard[0]).to.have.nested.property('SelectedItems.SelectedItem.OptionIds.OptionId', '1')
    expect(updated).to.include({ errcode: 0 })
    expect((await inbox())[0]!.card!.settledText).to.equal('已确认')
    expect(await tap(messageId)).to.have.nested.property('error.code', 'no-such-button')
  })

  it('take a sealed reply that renames the button', async () => {
    product.answers[0] = {
      reply:
        '<xml><MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName><![CDATA[已收到]]></ReplaceName></Button></xml>',
    }
    await tap(await card())

    expect((await inbox())[0]!.card!.settledText).to.equal('已收到')
  })

  it('take a sealed reply that is a new card', async () => {
    const reply = `<xml><MsgType>update_template_card</MsgType><TemplateCard><CardType>button_interaction</CardType><MainTitle><Title>已确认</Title></MainTitle>
      <HorizontalContentList><KeyName>岗位</KeyName><Value>柜员</Value></HorizontalContentList><ButtonList><Text>好</Text><Style>1</Style><Key>ok</Key></ButtonList>
      <ReplaceText>谢谢</ReplaceText></TemplateCard></xml>`
    product.answers[0] = { reply }
    await tap(await card())

    expect((await inbox())[0]!.card).to.deep.equal({
      taskId: 'task-1',
      cardType: 'button_interaction',
      title: '已确认',
      rows: [{ label: '岗位', value: '柜员' }],
      buttons: [{ text: '好', style: 1, key: 'ok' }],
      settledText: '谢谢',
    })
  })

  it('show a text that is the reply to a text', async () => {
    product.answers[0] = { reply: '<xml><MsgType>text</MsgType><Content>你好，小招在</Content></xml>' }
    await write()

    expect((await inbox())[0]).to.include({ msgtype: 'text', content: '你好，小招在' })
  })

  it('apply nothing that is not sealed, and say so in the log', async () => {
    product.answers[0] = { plain: '<xml><MsgType>text</MsgType><Content>x</Content></xml>' }
    await write()

    expect(await inbox()).to.deep.equal([])
    expect(await calls()).to.deep.equal(['/callback/text reply-not-sealed'])
  })

  it('apply nothing that is signed by somebody else', async () => {
    const encrypted = encrypt(callback.aesKey, '<xml><MsgType>text</MsgType><Content>x</Content></xml>', corpId)
    product.answers[0] = {
      plain: `<xml><Encrypt>${encrypted}</Encrypt><MsgSignature>guess</MsgSignature><TimeStamp>1</TimeStamp><Nonce>n</Nonce></xml>`,
    }
    await write()

    expect(await inbox()).to.deep.equal([])
    expect(await calls()).to.deep.equal(['/callback/text reply-not-sealed'])
  })

  it('are tried three times when the product is too late or fails, with the same message', async () => {
    product.answers.unshift({ hang: true }, { status: 500 })
    await write()

    expect(product.heard.map(({ MsgId }) => MsgId)).to.deep.equal(Array(3).fill(product.heard[0]!.MsgId))
    expect(await calls()).to.deep.equal(['/callback/text too-late', '/callback/text http-500', '/callback/text 0'])
  })

  it('are given up after the third try, and the press does not count', async () => {
    const messageId = await card()
    product.answers[0] = { status: 503 }
    const lost = await tap(messageId)
    product.answers[0] = {}

    expect(lost).to.have.nested.property('error.code', 'product-away')
    expect(product.heard).to.have.length(3)
    expect(await tap(messageId)).to.equal(undefined)
    expect(await tap(messageId)).to.have.nested.property('error.code', 'already-pressed')
  })

  it('come twice when their answer is lost', async () => {
    await sandbox.post('/api/faults', { fault: 'timeout-after', on: true, endpoint: 'callback', times: 1 })
    await write()

    expect(product.heard).to.have.length(2)
    expect(product.heard[0]).to.deep.equal(product.heard[1])
  })

  it('are left alone by faults that do not name them', async () => {
    await sandbox.post('/api/faults', { fault: 'timeout-before', on: true })
    await write()

    expect(product.heard).to.have.length(1)
  })
})
