import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { fakeTranscriber, type FakeTranscriber } from '../../../test/fakes/transcriber-endpoint.js'
import { audioTranscriptions, type TranscriberEndpoint } from './audio-transcriptions.js'

const never = new AbortController().signal
const pieces = [randomBytes(70_000), randomBytes(300), randomBytes(1)]
const clip = {
  type: 'audio/mpeg',
  bytes: 70_301,
  async *read() {
    yield* pieces
  },
}
const replying = (reply: object) => () => ({ body: JSON.stringify(reply) })
const right = {
  text: '我会先道歉',
  duration: '4.2',
  words: [
    { word: '我会', start: 0.1, end: 0.5, probability: 0.9 },
    { word: '先道歉', start: 0.5, end: 1.25, probability: 0.8 },
  ],
}

describe('a transcriber behind /audio/transcriptions', () => {
  let endpoint: FakeTranscriber
  beforeEach(async () => void (endpoint = await fakeTranscriber()))
  afterEach(() => endpoint.close())

  const transcriber = (changes: Partial<TranscriberEndpoint> = {}) =>
    audioTranscriptions({
      ...{ baseUrl: endpoint.baseUrl, apiKey: 'key-of-nobody', model: 'listener-1', processor: 'A company' },
      ...{ region: 'cn-north', filingNumber: 'F-1', language: 'zh', callSeconds: 2, pauseMs: 1 },
      ...changes,
    })
  const hear = (changes: Partial<TranscriberEndpoint> = {}) => transcriber(changes).transcribe(clip, never)

  it('is sent the clip byte for byte, and says words with times and how sure it is', async () => {
    endpoint.behave(replying(right))
    const heard = await hear()

    expect(heard).to.deep.include({ kind: 'heard', text: '我会先道歉', durationMs: 4200 })
    expect(heard).to.have.property('confidence').closeTo(0.85, 0.001)
    expect((heard as { words: object[] }).words).to.deep.equal([
      { text: '我会', startMs: 100, endMs: 500, confidence: 0.9 },
      { text: '先道歉', startMs: 500, endMs: 1250, confidence: 0.8 },
    ])
    const [{ path, authorization, fields, file }] = endpoint.sent as [FakeTranscriber['sent'][number]]
    expect([path, authorization]).to.deep.equal(['/v1/audio/transcriptions', 'Bearer key-of-nobody'])
    expect(fields).to.deep.include({ model: 'listener-1', language: 'zh', response_format: 'verbose_json' })
    expect(fields).to.have.property('timestamp_granularities[]', 'word')
    expect([file.name, file.type]).to.deep.equal(['answer.mp3', 'audio/mpeg'])
    expect(file.bytes.equals(Buffer.concat(pieces))).to.equal(true)
  })

  it('finds the language out where it is told to', async () => {
    endpoint.behave(replying(right))
    await hear({ language: 'auto' })

    expect(endpoint.sent[0]!.fields).to.not.have.property('language')
  })

  const segment = {
    text: '谢谢观看',
    start: 0,
    end: 2,
    avg_logprob: -0.2,
    no_speech_prob: 0.01,
    compression_ratio: 1.1,
  }
  for (const [what, reply, confidence] of [
    ['is sure', { text: '谢谢', segments: [segment] }, Math.exp(-0.2)],
    ['is unsure', { text: '谢谢', segments: [{ ...segment, avg_logprob: -1.5 }] }, Math.exp(-1.5)],
    ['hears words in silence', { text: '谢谢', segments: [{ ...segment, no_speech_prob: 0.9, avg_logprob: -1.1 }] }, 0],
    ['repeats itself', { text: '谢谢', segments: [{ ...segment, compression_ratio: 3 }] }, 0],
  ] as const)
    it(`tells by its segments when it ${what}`, async () => {
      endpoint.behave(replying(reply))

      expect(await hear())
        .to.have.property('confidence')
        .closeTo(confidence, 1e-9)
    })

  it('says nothing of how sure it is where the endpoint does not, and may have heard nothing', async () => {
    endpoint.behave(replying({ text: '' }))

    expect(await hear()).to.deep.equal({ kind: 'heard', text: '', words: [] })
  })

  const malformed = {
    'no JSON': 'busy',
    'no text': '{"words":[]}',
    'a list': '[]',
    'times that run backwards out of the clip': JSON.stringify({ ...right, words: [{ word: 'a', start: -1, end: 2 }] }),
    'a confidence above 1': JSON.stringify({ ...right, words: [{ word: 'a', start: 0, end: 1, confidence: 7 }] }),
    'more than anybody says': JSON.stringify({ text: '啊'.repeat(20_001) }),
    'more than is read': JSON.stringify({ text: 'a', more: 'x'.repeat(3 * 1024 * 1024) }),
  }
  for (const [what, body] of Object.entries(malformed))
    it(`is of no use with ${what}`, async () => {
      endpoint.behave(() => ({ body }))

      expect(await hear()).to.include({ kind: 'failed', reason: 'unusable-reply' })
    })

  for (const [status, reason, calls] of [
    [401, 'refused', 1],
    [400, 'refused', 1],
    [413, 'refused', 1],
    [429, 'busy', 2],
    [503, 'unreachable', 2],
  ] as const)
    it(`is ${reason} with status ${status}, after ${calls} calls, and the outcome holds nothing of the reply`, async () => {
      endpoint.behave(() => ({ status, body: '{"error":{"message":"我会先道歉"}}' }))

      expect(await hear()).to.deep.equal({ kind: 'failed', reason, code: `http-${status}` })
      expect(endpoint.sent).to.have.length(calls)
    })

  it('is sent the whole clip again when it was too busy the first time', async () => {
    endpoint.behave(() => (endpoint.sent.length === 1 ? { status: 429, body: '{}' } : replying(right)()))

    expect(await hear()).to.include({ kind: 'heard' })
    expect(endpoint.sent.map(({ file }) => file.bytes.length)).to.deep.equal([70_301, 70_301])
  })

  it('is waited for no longer than a call may take, nor than the caller waits', async () => {
    endpoint.behave(() => 'hang')

    expect(await hear({ callSeconds: 0.1 })).to.include({ reason: 'late', code: 'timeout' })
    expect(await transcriber().transcribe(clip, AbortSignal.timeout(50))).to.include({
      reason: 'late',
      code: 'deadline',
    })
  })

  it('is unreachable when the connection breaks, or when the clip cannot be read', async () => {
    endpoint.behave(() => 'reset')
    expect(await hear()).to.include({ kind: 'failed', reason: 'unreachable' })
    const broken = {
      ...clip,
      async *read() {
        yield pieces[0]!
        throw new Error('gone')
      },
    }

    expect(await transcriber().transcribe(broken, never)).to.include({ kind: 'failed', reason: 'unreachable' })
  })
})
