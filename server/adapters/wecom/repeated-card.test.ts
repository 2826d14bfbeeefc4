import { expect } from 'chai'
import { sandboxCredentials, type MemberMessage } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'
import { cardIdUsed, type StaffContent } from '../../ports/staff-messenger.js'
import { appMessages } from './app-messages.js'
import { wecomClient } from './wecom-client.js'

const { corpId, appSecret, agentId } = sandboxCredentials.wecom

const noTokens = {
  find: async () => undefined,
  save: async () => {},
  drop: async () => {},
  claimRefresh: async () => true,
}

describe('a card that is sent again because its answer was lost', () => {
  let sandbox: TestSandbox
  const content: StaffContent = {
    kind: 'card',
    card: { cardId: 'staff-1', title: '有一个决定已超时', opens: 'https://hr.test/', buttons: [] },
  }
  const inbox = () => sandbox.get<MemberMessage[]>('/api/members/li-jing/inbox')

  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  async function sentTwice(): Promise<unknown[]> {
    const client = wecomClient({
      baseUrl: `${sandbox.baseUrl}/wecom`,
      corpId,
      appSecret,
      tokens: noTokens,
      clock: { now: () => new Date(sandbox.now()) },
      random: () => 0.5,
    })
    const send = () => appMessages({ client, agentId }).send({ userids: ['li-jing'], content })
    await sandbox.post('/api/faults', { fault: 'timeout-after', on: true, times: 1, endpoint: 'message/send' })
    return [await send(), await send()]
  }

  it('is accepted as the same one where the platform looks for duplicates first', async () => {
    const [first, again] = await sentTwice()

    expect(first).to.include({ kind: 'unknown' })
    expect(again).to.include({ kind: 'answered' })
    expect(await inbox()).to.have.length(1)
  })

  it('says that its id was used where the platform looks at that first', async () => {
    await sandbox.post('/api/settings', { firstCheck: 'task-id' })
    const [first, again] = await sentTwice()

    expect(first).to.include({ kind: 'unknown' })
    expect(again).to.deep.equal({ kind: 'refused', reason: 'content', code: cardIdUsed })
    expect(await inbox()).to.have.length(1)
  })
})
