import { expect } from 'chai'
import { readConfig } from '../../config.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'
import { findTemplateFaults } from './template-check.js'
import { wechatClient } from './wechat-client.js'

const { wechat } = readConfig({})

describe('subscription templates that WeChat has on file', () => {
  let sandbox: TestSandbox

  beforeEach(async () => {
    sandbox = await startSandbox()
  })
  afterEach(() => sandbox.close())

  async function faults(changes: Partial<(typeof wechat)['templateFields']> = {}, templateIds = wechat.templateIds) {
    const client = wechatClient({
      ...wechat,
      baseUrl: `${sandbox.baseUrl}/wechat`,
      tokens: {
        find: async () => undefined,
        save: async () => {},
        drop: async () => {},
        claimRefresh: async () => true,
      },
      clock: { now: () => new Date() },
      random: () => 0,
    })
    const found = await findTemplateFaults(client, {
      templateIds,
      templateFields: { ...wechat.templateFields, ...changes },
    })
    return found.map(({ kind, template, what }) => `${template} ${kind} ${what}`)
  }

  it('are filled as they are when nothing is wrong', async () => {
    expect(await faults()).to.deep.equal([])
  })

  it('name a keyword that stays empty, and one that the template has not', async () => {
    const progress = [
      { key: 'character_string1', field: 'code' },
      { key: 'thing1', field: 'state' },
      { key: 'time8', field: 'expected' },
    ]
    expect(await faults({ progress })).to.deep.equal(['progress left-empty thing5', 'progress no-such-key thing1'])
  })

  it('name a constant that the keyword does not take', async () => {
    const [position, deadline, , , tip] = wechat.templateFields.invitation
    const invitation = [
      position!,
      deadline!,
      { key: 'enum2', constant: '电话面试' },
      { key: 'short_thing6', constant: '人工智能提问' },
      tip!,
    ]
    expect(await faults({ invitation })).to.deep.equal([
      'invitation constant-refused enum2',
      'invitation constant-refused short_thing6',
    ])
  })

  it('name one that is not on file, and two that the phone would not ask for together', async () => {
    await sandbox.post('/api/settings', { templateTitles: { result: '面试进度' } })

    expect(await faults({}, { ...wechat.templateIds, invitation: 'tmpl-of-somebody' })).to.deep.equal([
      'invitation no-such-template tmpl-of-somebody',
      'result same-title 面试进度',
    ])
  })
})
