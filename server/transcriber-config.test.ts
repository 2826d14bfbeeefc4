import { expect } from 'chai'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { faultsOf, real } from '../test/builders/settings.js'
import { transcriber } from './adapters/transcriber/transcriber.js'
import { readConfig } from './config.js'

describe('the configuration of a transcriber', () => {
  const endpoint = {
    TRANSCRIBER_URL: 'https://speech.bank.example/v1/',
    TRANSCRIBER_KEY: 'key-of-nobody',
    TRANSCRIBER_MODEL: 'listener-1',
    TRANSCRIBER_PROCESSOR: 'A company',
    TRANSCRIBER_REGION: 'cn-north',
    TRANSCRIBER_FILING_NUMBER: 'F-1',
  }

  it('is off unless it is named', () => {
    expect(readConfig(real).transcriber).to.equal(undefined)
  })

  it('is the sandbox’s own where nothing is configured, which nobody has to be named for', () => {
    expect(readConfig({ SANDBOX_PORT: '4001' }).transcriber).to.include({
      baseUrl: 'http://127.0.0.1:4001/speech/v1',
      processor: '',
    })
    expect(readConfig(endpoint).transcriber).to.include({ processor: 'A company' })
  })

  it('has limits of its own, and a call never outlasts the claim that it is made under', () => {
    expect(readConfig(endpoint).transcriber).to.deep.include({
      baseUrl: 'https://speech.bank.example/v1',
      ...{ language: 'zh', callSeconds: 20, secondsADay: 360_000 },
    })
    expect(readConfig({ ...endpoint, TRANSCRIBER_CALL_SECONDS: '600' }).transcriber).to.include({ callSeconds: 20 })
    expect(faultsOf({ ...endpoint, TRANSCRIBER_LANGUAGE: 'fr' })).to.contain('zh, en, auto')
  })

  for (const name of Object.keys(endpoint))
    it(`asks for ${name} with the others`, () => {
      expect(faultsOf({ ...endpoint, [name]: '' })).to.contain(`${name} is missing`)
    })

  it('goes over TLS, but for this machine', () => {
    expect(faultsOf({ ...endpoint, TRANSCRIBER_URL: 'http://speech.bank.example/v1' })).to.contain('https://')
  })
})

describe('the configuration of a transcriber of Tencent Cloud', () => {
  const tencent = {
    TENCENT_ASR_SECRET_ID: 'id-of-nobody',
    TENCENT_ASR_SECRET_KEY: 'key-of-nobody',
    TRANSCRIBER_PROCESSOR: 'A company',
    TRANSCRIBER_REGION: '广州',
    TRANSCRIBER_FILING_NUMBER: 'F-1',
  }

  it('has the engine of the language, and the name that candidates read', () => {
    expect(readConfig(tencent).transcriber).to.deep.include({
      ...{ way: 'tencent', endpoint: 'asr.tencentcloudapi.com', protocol: 'https://', cloudRegion: 'ap-guangzhou' },
      ...{ model: '16k_zh', processor: 'A company', region: '广州', callSeconds: 20 },
    })
    const engineWith = (env: object) => readConfig({ ...tencent, ...env }).transcriber!.model
    expect(engineWith({ TRANSCRIBER_LANGUAGE: 'en' })).to.equal('16k_en')
    expect(engineWith({ TRANSCRIBER_LANGUAGE: 'auto' })).to.equal('16k_zh_en')
    expect(engineWith({ TENCENT_ASR_ENGINE: '16k_zh_en_2.0' })).to.equal('16k_zh_en_2.0')
  })

  for (const name of Object.keys(tencent))
    it(`asks for ${name} with the others`, () => {
      expect(faultsOf({ ...tencent, [name]: '' })).to.contain(`${name} is missing`)
    })

  it('goes over TLS, but for this machine', () => {
    expect(faultsOf({ ...tencent, TENCENT_ASR_URL: 'http://asr.bank.example' })).to.contain('https://')
    expect(readConfig({ ...tencent, TENCENT_ASR_URL: 'http://127.0.0.1:4321' }).transcriber).to.include({
      ...{ endpoint: '127.0.0.1:4321', protocol: 'http://' },
    })
  })

  it('is the only one: a start with two of them is refused in words', () => {
    const two = faultsOf({ ...tencent, TRANSCRIBER_URL: 'https://speech.bank.example/v1' })
    expect(two).to.contain('TRANSCRIBER_URL and TENCENT_ASR_SECRET_ID must not be set together')
    expect(faultsOf({ ...tencent, SPEECH_MODEL_DIR: '/models' })).to.contain(
      'SPEECH_MODEL_DIR must not be set together',
    )
  })
})

describe('the configuration of a model of the house’s own as transcriber', () => {
  let folder: string
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'model-'))))
  afterEach(() => rm(folder, { recursive: true }))

  it('names nobody, and has its folder', async () => {
    await writeFile(join(folder, 'model.onnx'), 'x')
    await writeFile(join(folder, 'tokens.txt'), '<blank> 0\n')

    const config = readConfig({ ...real, SPEECH_MODEL_DIR: folder }).transcriber!
    expect(config).to.deep.include({
      ...{
        way: 'local',
        folder,
        model: basename(folder),
        processor: '',
        region: '',
        filingNumber: '',
        callSeconds: 45,
      },
    })
    expect(transcriber(config).identity).to.include({ processor: '', model: basename(folder) })
  })

  it('is refused in words where the folder holds no model', async () => {
    expect(faultsOf({ SPEECH_MODEL_DIR: folder })).to.contain('SPEECH_MODEL_DIR has neither model.int8.onnx')
    await writeFile(join(folder, 'model.onnx'), 'x')
    expect(faultsOf({ SPEECH_MODEL_DIR: folder })).to.contain('SPEECH_MODEL_DIR has no tokens.txt')
  })
})

describe('whoever writes down', () => {
  it('is named to candidates as it was configured, whichever way', () => {
    const named = { TRANSCRIBER_PROCESSOR: 'A company', TRANSCRIBER_REGION: '广州', TRANSCRIBER_FILING_NUMBER: 'F-1' }
    const endpoint = { TRANSCRIBER_URL: 'https://speech.bank.example', TRANSCRIBER_KEY: 'k', TRANSCRIBER_MODEL: 'm' }
    const tencent = { TENCENT_ASR_SECRET_ID: 'id', TENCENT_ASR_SECRET_KEY: 'key' }
    for (const way of [endpoint, tencent]) {
      const { identity } = transcriber(readConfig({ ...named, ...way }).transcriber!)
      expect(identity).to.include({ processor: 'A company', region: '广州', filingNumber: 'F-1' })
    }
  })
})
