import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { nobodyListens } from '../../../test/local-platform.js'
import {
  asrAccount,
  asrFault,
  fakeAsr,
  type AskedOfAsr,
  type AsrReply,
  type FakeAsr,
} from '../../../test/fakes/tencent-asr.js'
import { tencentAsr, type TencentAsr } from './tencent-asr.js'

const never = new AbortController().signal
const pieces = [randomBytes(70_000), randomBytes(300), randomBytes(1)]
const clip = {
  type: 'audio/mpeg',
  bytes: 70_301,
  async *read() {
    yield* pieces
  },
}
const made = { Data: { TaskId: 9_266_418 } }
const task = (over: object) => ({ Data: { TaskId: 9_266_418, StatusStr: '', Result: '', ErrorMsg: '', ...over } })
const words = [
  { Word: '我会', OffsetStartMs: 0, OffsetEndMs: 400 },
  { Word: '先道歉，', OffsetStartMs: 400, OffsetEndMs: 1150 },
]
const right = task({
  Status: 2,
  AudioDuration: 4.2,
  ResultDetail: [
    {
      FinalSentence: '我会先道歉，',
      SliceSentence: '我会 先道歉',
      StartMs: 100,
      EndMs: 1250,
      WordsNum: 2,
      Words: words,
    },
    { FinalSentence: '再解释。', StartMs: 2000, EndMs: 3000, Words: null },
  ],
})

describe('Tencent Cloud’s recognition of recorded sound', () => {
  let platform: FakeAsr
  let behave: (asked: AskedOfAsr, count: number) => AsrReply
  beforeEach(async () => {
    behave = ({ action }) => (action === 'CreateRecTask' ? made : right)
    platform = await fakeAsr((asked, count) => behave(asked, count))
  })
  afterEach(() => platform.close())

  const transcriber = (over: Partial<TencentAsr> = {}) =>
    tencentAsr({
      ...asrAccount,
      ...{ endpoint: platform.host, protocol: 'http://', cloudRegion: 'ap-guangzhou', model: '16k_zh', language: 'zh' },
      ...{ processor: 'A company', region: '广州', filingNumber: 'F-1', callSeconds: 2, pauseMs: 1, pollMs: 1 },
      ...over,
    })
  const hear = (over: Partial<TencentAsr> = {}) => transcriber(over).transcribe(clip, never)
  const actions = () => platform.asked.map(({ action }) => action)

  it('is sent the clip, signed, and says sentences, and words with times of the clip', async () => {
    expect(await hear()).to.deep.equal({
      kind: 'heard',
      text: '我会先道歉，再解释。',
      durationMs: 4200,
      words: [
        { text: '我会', startMs: 100, endMs: 500 },
        { text: '先道歉，', startMs: 500, endMs: 1250 },
        { text: '再解释。', startMs: 2000, endMs: 3000 },
      ],
    })
    expect(actions()).to.deep.equal(['CreateRecTask', 'DescribeTaskStatus'])
    const [{ version, body }] = platform.asked as [AskedOfAsr]
    expect(version).to.equal('2019-06-14')
    expect(body).to.include({
      EngineModelType: '16k_zh',
      ChannelNum: 1,
      ResTextFormat: 2,
      SourceType: 1,
      DataLen: 70_301,
    })
    expect(Buffer.from(body['Data'] as string, 'base64').equals(Buffer.concat(pieces))).to.equal(true)
    expect(platform.asked[1]!.body).to.deep.equal({ TaskId: 9_266_418 })
  })

  it('is asked until it is done', async () => {
    behave = ({ action }, count) =>
      action === 'CreateRecTask' ? made : count < 5 ? task({ Status: count % 2 }) : right

    expect(await hear()).to.include({ kind: 'heard' })
    expect(actions()).to.have.length(5)
  })

  it('may have heard nothing', async () => {
    behave = ({ action }) => (action === 'CreateRecTask' ? made : task({ Status: 2, ResultDetail: null }))

    expect(await hear()).to.deep.equal({ kind: 'heard', text: '', words: [] })
  })

  it('is asked again for a task that was not done in time, and the clip is not paid for twice', async () => {
    let isDone = false
    behave = ({ action }) => (action === 'CreateRecTask' ? made : isDone ? right : task({ Status: 1 }))
    const one = transcriber()

    expect(await one.transcribe(clip, AbortSignal.timeout(100))).to.deep.equal({
      kind: 'failed',
      reason: 'late',
      code: 'deadline',
    })
    isDone = true
    expect(await one.transcribe(clip, never)).to.include({ kind: 'heard' })
    expect(actions().filter((action) => action === 'CreateRecTask')).to.have.length(1)
    await one.transcribe(clip, never)
    expect(
      actions().filter((action) => action === 'CreateRecTask'),
      'done is forgotten',
    ).to.have.length(2)
  })

  it('makes a task anew that is not there any more', async () => {
    behave = ({ action }) => (action === 'CreateRecTask' ? made : asrFault('FailedOperation.NoSuchTask'))
    const one = transcriber()

    expect(await one.transcribe(clip, never)).to.include({ reason: 'unreachable' })
    behave = ({ action }) => (action === 'CreateRecTask' ? made : right)
    expect(await one.transcribe(clip, never)).to.include({ kind: 'heard' })
  })

  it('takes no clip that is too large or of a kind that it does not know, and is not asked', async () => {
    const outcomes = await Promise.all(
      [{ bytes: 5 * 1024 * 1024 + 1 }, { type: 'audio/webm' }].map((over) =>
        transcriber().transcribe({ ...clip, ...over }, never),
      ),
    )

    expect(outcomes).to.deep.equal([
      { kind: 'failed', reason: 'refused', code: 'too-large' },
      { kind: 'failed', reason: 'refused', code: 'type' },
    ])
    expect(platform.asked).to.deep.equal([])
  })

  for (const [code, reason, calls] of [
    ['AuthFailure.SecretIdNotFound', 'refused', 1],
    ['FailedOperation.UserHasNoFreeAmount', 'refused', 1],
    ['InvalidParameter', 'refused', 1],
    ['RequestLimitExceeded', 'busy', 2],
    ['LimitExceeded', 'busy', 2],
    ['InternalError', 'unreachable', 2],
  ] as const)
    it(`is ${reason} with ${code}, after ${calls} calls, and the outcome holds nothing of the reply`, async () => {
      behave = () => asrFault(code)

      expect(await hear()).to.deep.equal({ kind: 'failed', reason, code })
      expect(platform.asked).to.have.length(calls)
    })

  for (const [what, reply, outcome] of [
    ['no JSON', { status: 200, text: 'busy' }, { reason: 'unusable-reply', code: 'not-json' }],
    ['no task', { Data: {} }, { reason: 'unusable-reply', code: 'no-task' }],
    ['a broken gateway', { status: 502, text: '' }, { reason: 'unreachable', code: 'http-502' }],
    ['a connection that breaks', 'reset', { reason: 'unreachable', code: 'network' }],
  ] as const)
    it(`is of no use with ${what}`, async () => {
      behave = () => reply

      expect(await hear()).to.deep.equal({ kind: 'failed', ...outcome })
    })

  for (const [what, status, outcome] of [
    ['failed', task({ Status: 3, ErrorMsg: '我会先道歉' }), { reason: 'refused', code: 'task-failed' }],
    [
      'ran backwards',
      task({ Status: 2, ResultDetail: [{ StartMs: -1 }] }),
      { reason: 'unusable-reply', code: 'reply-form' },
    ],
    ['has no state', { Data: {} }, { reason: 'unusable-reply', code: 'reply-form' }],
    [
      'says more than anybody',
      task({ Status: 2, ResultDetail: Array.from({ length: 2 }, () => ({ FinalSentence: '啊'.repeat(15_000) })) }),
      { reason: 'unusable-reply', code: 'reply-form' },
    ],
  ] as const)
    it(`is told when a task ${what}`, async () => {
      behave = ({ action }) => (action === 'CreateRecTask' ? made : status)

      expect(await hear()).to.deep.equal({ kind: 'failed', ...outcome })
    })

  it('refuses a wrong key, is not there where nobody is, and is waited for so long and no longer', async () => {
    expect(await hear({ secretKey: 'another' })).to.include({ reason: 'refused', code: 'AuthFailure.SignatureFailure' })
    expect(await hear({ endpoint: await nobodyListens() })).to.include({ reason: 'unreachable', code: 'ECONNREFUSED' })
    behave = () => 'hang'
    expect(await hear({ callSeconds: 0.1 })).to.include({ reason: 'late', code: 'timeout' })
    expect(await transcriber().transcribe(clip, AbortSignal.timeout(50))).to.include({
      reason: 'late',
      code: 'deadline',
    })
  })
})
