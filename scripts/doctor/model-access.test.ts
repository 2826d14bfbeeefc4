import { expect } from 'chai'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../server/config.js'
import { allPoints, fakeModel, type FakeModel } from '../../test/fakes/model-endpoint.js'
import { asrAccount, asrFault, fakeAsr } from '../../test/fakes/tencent-asr.js'
import { fakeTranscriber, type FakeTranscriber } from '../../test/fakes/transcriber-endpoint.js'
import { lookAtScorer, lookAtTranscriber } from './model-access.js'

const named = (what: string) =>
  Object.fromEntries(['PROCESSOR', 'REGION', 'FILING_NUMBER'].map((name) => [`${what}_${name}`, 'x']))
const said = (line: Promise<string>) => line.catch((error: unknown) => `FAIL ${(error as Error).message}`)

describe('what the doctor finds at a transcriber', () => {
  let endpoint: FakeTranscriber
  beforeEach(async () => void (endpoint = await fakeTranscriber()))
  afterEach(() => endpoint.close())

  const found = (env: Record<string, string>) =>
    said(lookAtTranscriber(readConfig({ ...named('TRANSCRIBER'), ...env }).transcriber))
  const settings = () => ({
    TRANSCRIBER_URL: endpoint.baseUrl,
    TRANSCRIBER_KEY: 'key-of-nobody',
    TRANSCRIBER_MODEL: 'listener-1',
    TRANSCRIBER_CALL_SECONDS: '0.3',
  })

  it('is well when it heard a second of silence', async () => {
    endpoint.behave(() => ({ body: '{"text":""}' }))

    expect(await found(settings()))
      .to.contain('accepted')
      .and.to.contain('listener-1')
    const [{ file }] = endpoint.sent as [FakeTranscriber['sent'][number]]
    expect([file.name, file.type, file.bytes.length]).to.deep.equal(['answer.wav', 'audio/wav', 32_044])
  })

  it('is told when it writes words for silence', async () => {
    endpoint.behave(() => ({ body: '{"text":"谢谢观看"}' }))

    expect(await found(settings()))
      .to.contain('accepted, but')
      .and.not.to.contain('谢谢观看')
  })

  it('is nothing where people listen', async () => {
    expect(await said(lookAtTranscriber(undefined))).to.contain('people listen')
  })

  for (const [what, answered, cure] of [
    ['a key that is refused', { status: 401, body: '{}' }, 'Check the key'],
    ['too many calls', { status: 429, body: '{}' }, 'Too many calls'],
    ['silence', 'hang', 'TRANSCRIBER_CALL_SECONDS'],
    ['a broken connection', 'reset', 'HTTPS_PROXY'],
    ['a reply in another form', { body: '[]' }, 'verbose_json'],
  ] as const)
    it(`is ${what}, with its cure and without the key`, async () => {
      endpoint.behave(() => answered)
      const line = await found(settings())

      expect(line).to.contain('FAIL').and.to.contain(cure)
      expect(line).not.to.contain('key-of-nobody')
    })

  it('is Tencent’s account, by one real task', async () => {
    const done = { Data: { TaskId: 1, Status: 2, ResultDetail: [] } }
    let isPaid = true
    const asr = await fakeAsr(() => (isPaid ? done : asrFault('FailedOperation.UserHasNoAmount')))
    const tencent = {
      TENCENT_ASR_SECRET_ID: asrAccount.secretId,
      TENCENT_ASR_SECRET_KEY: asrAccount.secretKey,
      TENCENT_ASR_URL: `http://${asr.host}`,
    }
    const well = await found(tencent)
    isPaid = false
    const ill = await found(tencent)
    await asr.close()

    expect(well).to.contain('accepted').and.to.contain('16k_zh')
    expect(ill).to.contain('FAIL').and.to.contain('UserHasNoAmount').and.to.contain('paid')
  })

  it('is a model of the house’s own that is damaged', async function () {
    this.timeout(120_000)
    const folder = await mkdtemp(join(tmpdir(), 'model-'))
    await writeFile(join(folder, 'model.onnx'), 'no model')
    await writeFile(join(folder, 'tokens.txt'), '<blank> 0\n')
    const line = await found({ SPEECH_MODEL_DIR: folder })
    await rm(folder, { recursive: true })

    expect(line).to.contain('FAIL').and.to.contain('a damaged model file')
  })
})

describe('what the doctor finds at a second scorer', () => {
  let model: FakeModel
  beforeEach(async () => void (model = await fakeModel()))
  afterEach(() => model.close())

  const found = () =>
    said(
      lookAtScorer(
        readConfig({
          ...named('MODEL'),
          ...{ MODEL_BASE_URL: model.baseUrl, MODEL_API_KEY: 'key-of-nobody', MODEL_NAME: 'reader-1' },
          MODEL_CALL_SECONDS: '0.3',
        }).model,
      ),
    )

  it('is well when it read one sentence, of nobody', async () => {
    model.behave(allPoints(1, () => '您好'))

    expect(await found())
      .to.contain('accepted')
      .and.to.contain('reader-1')
    expect(model.asked).to.have.length(1)
  })

  it('is nothing where rules score alone', async () => {
    expect(await said(lookAtScorer(undefined))).to.contain('rules alone')
  })

  for (const [what, reply, cure] of [
    ['a key that is refused', { status: 401, body: '{}' }, 'MODEL_API_KEY'],
    ['too many calls', { status: 429, body: '{}' }, 'Too many calls'],
    ['silence', 'hang', 'MODEL_CALL_SECONDS'],
    ['a broken connection', 'reset', 'HTTPS_PROXY'],
    ['a reply in another form', { body: '{"ok":true}' }, 'MODEL_REPLY_FORMAT=json-object'],
  ] as const)
    it(`is ${what}, with its cure and without the key`, async () => {
      model.behave(() => reply)
      const line = await found()

      expect(line).to.contain('FAIL').and.to.contain(cure)
      expect(line).not.to.contain('key-of-nobody')
    })
})
