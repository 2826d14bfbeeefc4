import { expect } from 'chai'
import { sandboxCredentials, type PlatformCall } from '../../../shared/contracts/sandbox.js'
import { startSandbox, type TestSandbox } from '../../../test/sandbox.js'

describe('the simulated transcriber', () => {
  let sandbox: TestSandbox
  beforeEach(async () => void (sandbox = await startSandbox()))
  afterEach(() => sandbox.close())

  const usual = {
    model: 'sandbox-listener',
    response_format: 'verbose_json',
    'timestamp_granularities[]': 'word',
  }
  const sound = new File([new Uint8Array([0xff, 0xfb, 1])], 'answer.mp3', { type: 'audio/mpeg' })

  function formOf(fields: object, file: File | null): FormData {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
    if (file) form.append('file', file)
    return form
  }

  async function hear(fields: object = {}, { file = sound, key = '' }: { file?: File | null; key?: string } = {}) {
    const response = await fetch(`${sandbox.baseUrl}/speech/v1/audio/transcriptions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key || sandboxCredentials.speech.apiKey}` },
      body: formOf({ ...usual, ...fields }, file),
    })
    const body = (await response.json()) as { text?: string; words?: object[]; error?: { code: string } }
    return { status: response.status, ...body }
  }

  it('hears what was written for it, a line a recording, with times, and after that nothing', async () => {
    await sandbox.post('/api/speech', { says: ['我会先道歉', 'I wait'] })

    const first = await hear()
    expect(first).to.deep.include({ status: 200, text: '我会先道歉' })
    expect(first.words).to.deep.equal([
      { word: '我会', start: 0, end: 0.44 },
      { word: '先道', start: 0.44, end: 0.88 },
      { word: '歉', start: 0.88, end: 1.1 },
    ])
    expect(await hear()).to.include({ text: 'I wait' })
    expect(await hear()).to.deep.include({ status: 200, text: '', words: [] })
    expect(await sandbox.get('/api/speech')).to.deep.equal({ says: [] })
  })

  it('refuses as OpenAI does, and spends no line on it', async () => {
    await sandbox.post('/api/speech', { says: ['一'] })
    const empty = new File([], 'answer.mp3')
    const text = new File(['一'], 'answer.txt')

    expect(await hear({}, { key: 'another' })).to.deep.include({ status: 401 })
    expect((await hear({ model: '' })).error!.code).to.equal('missing_required_parameter')
    expect((await hear({ response_format: 'poem' })).error!.code).to.equal('invalid_value')
    expect((await hear({ response_format: 'json' })).error!.code).to.equal('invalid_value')
    expect((await hear({}, { file: empty })).error!.code).to.equal('invalid_value')
    expect((await hear({}, { file: text })).error!.code).to.equal('unsupported_format')
    expect((await hear({}, { file: null })).error!.code).to.equal('missing_required_parameter')
    expect(await sandbox.get('/api/speech')).to.deep.equal({ says: ['一'] })
  })

  it('is struck by faults, in its own words, and is in the list of calls', async () => {
    await sandbox.post('/api/faults', { fault: 'rate-limited', on: true, times: 1 })
    expect(await hear()).to.deep.include({ status: 429 })
    await sandbox.post('/api/faults', { fault: 'busy', on: true, times: 1 })
    expect(await hear()).to.deep.include({ status: 503 })

    const calls = await sandbox.get<PlatformCall[]>('/api/calls')
    expect(calls.map(({ endpoint, status }) => `${endpoint} ${status}`)).to.include(
      '/speech/v1/audio/transcriptions 429',
    )
  })
})
