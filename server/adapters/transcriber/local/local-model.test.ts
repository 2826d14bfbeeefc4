import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { silentWav } from '../silence.js'
import { hearClip } from './hear-clip.js'
import { layoutOf } from './layout.js'
import { configOf, type Recognized } from './recognizer.js'
import { wordsOf } from './words.js'

interface Mp3Encoder {
  encodeBuffer(samples: Int16Array): Uint8Array
  flush(): Uint8Array
}

/** A script for browsers, which is no module. */
function mp3Encoder(samplesPerSecond: number): Mp3Encoder {
  const script = readFileSync(createRequire(import.meta.url).resolve('@breezystack/lamejs'), 'utf8')
  const { Mp3Encoder } = runInNewContext(`${script};lamejs`) as {
    Mp3Encoder: new (channels: number, samplesPerSecond: number, kilobits: number) => Mp3Encoder
  }
  return new Mp3Encoder(1, samplesPerSecond, 64)
}

describe('the folder of a model', () => {
  let folder: string
  beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'model-'))))
  afterEach(() => rm(folder, { recursive: true }))
  const holds = (files: Record<string, string>) =>
    Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)))

  it('is Paraformer’s or SenseVoice’s by its tokens, and the quantised file goes first', async () => {
    await holds({ 'model.onnx': 'x', 'tokens.txt': '<blank> 0\n<s> 1\nand@@ 3\n我 4\n' })
    const model = join(folder, 'model.onnx')
    const tokens = join(folder, 'tokens.txt')
    expect(layoutOf(folder)).to.deep.equal({ kind: 'paraformer', model, tokens })

    await holds({ 'model.int8.onnx': 'x', 'tokens.txt': '<unk> 0\n▁the 3\n<|zh|> 24884\n<|nospeech|> 24993\n' })
    expect(layoutOf(folder)).to.deep.equal({ kind: 'sense-voice', model: join(folder, 'model.int8.onnx'), tokens })
  })

  it('is told in words when something is missing', async () => {
    expect(layoutOf(folder)).to.contain('neither model.int8.onnx nor model.onnx')
    await holds({ 'model.onnx': 'x' })
    expect(layoutOf(folder)).to.contain('has no tokens.txt')
    await holds({ 'tokens.txt': '\n' })
    expect(layoutOf(folder)).to.contain('an empty tokens.txt')
    expect(layoutOf(join(folder, 'nowhere'))).to.contain('neither')
  })

  it('is handed on as the recognizer asks for it', () => {
    const files = { model: '/m/model.onnx', tokens: '/m/tokens.txt' }

    expect(configOf({ kind: 'paraformer', ...files }, 'zh')).to.deep.nested.include({
      'modelConfig.paraformer': { model: '/m/model.onnx' },
      'modelConfig.tokens': '/m/tokens.txt',
      'featConfig.sampleRate': 16_000,
    })
    expect(configOf({ kind: 'sense-voice', ...files }, 'auto')).to.deep.nested.include({
      'modelConfig.senseVoice': { model: '/m/model.onnx', language: 'auto', useInverseTextNormalization: 1 },
    })
  })
})

describe('what a recognizer says', () => {
  const says = (tokens: string[], timestamps = tokens.map((_token, at) => at * 0.25)): Recognized => ({
    text: '',
    tokens,
    timestamps,
  })

  it('is words with times: a character of Chinese each, parts of an English word together', () => {
    expect(wordsOf(says(['我', '会', 'apo@@', 'lo@@', 'gise', '。']), 1_400)).to.deep.equal([
      { text: '我', startMs: 0, endMs: 250 },
      { text: '会', startMs: 250, endMs: 500 },
      { text: 'apologise', startMs: 500, endMs: 1250 },
      { text: '。', startMs: 1250, endMs: 1400 },
    ])
    expect(wordsOf(says(['▁i', '▁a', 'po', 'logise', '我']), 9_000).map(({ text }) => text)).to.deep.equal([
      'i',
      'apologise',
      '我',
    ])
  })

  it('never runs beyond the clip or backwards, and has no words where times are missing', () => {
    expect(wordsOf(says(['我', '会'], [0.2, 7]), 1_000)).to.deep.equal([
      { text: '我', startMs: 200, endMs: 1000 },
      { text: '会', startMs: 1000, endMs: 1000 },
    ])
    expect(wordsOf(says(['我', '会'], [0.6, 0.2]), 1_000)[0]).to.include({ startMs: 600, endMs: 600 })
    expect(wordsOf(says(['我', '会'], []), 1_000)).to.deep.equal([])
  })
})

describe('a clip for a recognizer', () => {
  let given: Float32Array | undefined
  const recognizer = {
    recognize(samples: Float32Array): Recognized {
      given = samples
      return { text: ' 我会 ', tokens: ['我', '会'], timestamps: [0.1, 0.5] }
    },
  }
  beforeEach(() => void (given = undefined))

  function mp3(seconds: number, samplesPerSecond = 44_100): Uint8Array {
    const encoder = mp3Encoder(samplesPerSecond)
    const tone = Int16Array.from({ length: seconds * samplesPerSecond }, (_none, at) =>
      Math.round(12_000 * Math.sin((2 * Math.PI * 440 * at) / samplesPerSecond)),
    )
    return Buffer.concat([Buffer.from(encoder.encodeBuffer(tone)), Buffer.from(encoder.flush())])
  }

  it('is an MP3 as 16 000 samples a second, and its text and words come back', async () => {
    const answer = await hearClip(recognizer, { type: 'audio/mpeg', bytes: mp3(2) })

    expect(answer).to.deep.include({ kind: 'heard', text: '我会' })
    expect(answer).to.have.property('durationMs').within(1_900, 2_200)
    expect(given!.length).to.be.within(31_000, 35_000)
    expect(Math.max(...given!.subarray(8_000, 24_000))).to.be.within(0.3, 0.45)
  })

  it('is a WAV of the form that the check makes, and no other', async () => {
    const wav = silentWav(1)
    expect(await hearClip(recognizer, { type: 'audio/wav', bytes: wav })).to.include({ durationMs: 1_000 })
    expect(given!.length).to.equal(16_000)

    const stereo = Buffer.from(wav)
    stereo.writeUInt16LE(2, 22)
    for (const bytes of [stereo, wav.subarray(0, 20)])
      expect(await hearClip(recognizer, { type: 'audio/wav', bytes })).to.deep.equal({ kind: 'refused', code: 'wav' })
  })

  it('is refused when it is nothing that can be decoded, or longer than any answer', async () => {
    const outcomes = await Promise.all(
      [
        { type: 'audio/mpeg', bytes: Buffer.from('no sound at all') },
        { type: 'audio/mp4', bytes: Buffer.alloc(9) },
        { type: 'audio/wav', bytes: silentWav(11 * 60 + 1) },
      ].map((clip) => hearClip(recognizer, clip)),
    )

    expect(outcomes.map((one) => 'code' in one && one.code)).to.deep.equal(['unreadable', 'type', 'too-long'])
    expect(given).to.equal(undefined)
  })
})
