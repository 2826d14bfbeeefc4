import { expect } from 'chai'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { localSpeech, type LocalSpeech } from './local-speech.js'

const never = new AbortController().signal
const clip = {
  type: 'audio/mpeg',
  bytes: 5,
  async *read() {
    yield Buffer.from('abc')
    yield Buffer.from('de')
  },
}
const fake = fileURLToPath(new URL('../../../../test/fakes/speech-process.mjs', import.meta.url))

describe('a model of the house’s own', () => {
  let speech: ReturnType<typeof localSpeech>
  let does: string
  let starts: number
  let child: ChildProcess

  const open = (over: Partial<LocalSpeech> = {}) =>
    (speech = localSpeech({
      ...{ folder: '/models/paraformer-zh', language: 'zh', callSeconds: 20 },
      start: () => {
        starts += 1
        child = fork(fake, [does], {
          serialization: 'advanced',
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
          execArgv: [],
        })
        return child
      },
      ...over,
    }))
  const hear = (signal = never) => speech.transcribe(clip, signal)
  const begin = (behaviour: string, over: Partial<LocalSpeech> = {}) => {
    does = behaviour
    starts = 0
    return open(over)
  }
  afterEach(() => speech.close())

  it('names nobody, and hears one clip after the other in the same process', async () => {
    begin('hears')
    expect(speech.identity).to.deep.equal({ processor: '', model: 'paraformer-zh', region: '', filingNumber: '' })
    const heard = await Promise.all([hear(), hear()])

    expect(heard).to.deep.equal(
      [1, 2].map((durationMs) => ({ kind: 'heard', text: 'audio/mpeg 5', words: [], durationMs })),
    )
    expect(starts).to.equal(1)
  })

  it('costs a clip its attempt when its process is gone, and the next clip starts another', async () => {
    begin('aborts')
    expect(await hear()).to.deep.equal({ kind: 'failed', reason: 'unreachable', code: 'process-ended' })

    does = 'hears'
    expect(await hear()).to.include({ kind: 'heard' })
    expect(starts).to.equal(2)
  })

  it('starts another when its process ended with nothing to do', async () => {
    begin('leaves')
    await hear()
    await once(child, 'exit')

    expect(await hear()).to.include({ kind: 'heard' })
    expect(starts).to.equal(2)
  })

  it('is unreachable when it cannot even start', async () => {
    begin('ends at once')

    expect(await hear()).to.include({ reason: 'unreachable', code: 'process-ended' })
  })

  for (const behaviour of ['hangs', 'never ready'])
    it(`is waited for so long and no longer when it ${behaviour}, and then comes back`, async () => {
      begin(behaviour, { callSeconds: 2 })
      expect(await hear()).to.deep.equal({ kind: 'failed', reason: 'late', code: 'timeout' })
      expect(await hear(AbortSignal.timeout(30))).to.deep.equal({ kind: 'failed', reason: 'late', code: 'deadline' })

      does = 'hears'
      expect(await hear()).to.include({ kind: 'heard' })
    })

  it('takes no clip that is too large or of a kind that it cannot read, and no more than it can get through', async () => {
    begin('hears')
    expect(await speech.transcribe({ ...clip, bytes: 17 * 1024 * 1024 }, never)).to.include({ code: 'too-large' })
    expect(await speech.transcribe({ ...clip, type: 'video/mp4' }, never)).to.include({
      reason: 'refused',
      code: 'type',
    })
    expect(starts).to.equal(0)

    const many = await Promise.all(Array.from({ length: 51 }, () => hear()))
    expect(many.filter((one) => one.kind === 'failed')).to.deep.equal([
      { kind: 'failed', reason: 'busy', code: 'queue-full' },
    ])
  })

  it('is unreachable, and the product goes on, with a damaged model in the real process', async function () {
    this.timeout(120_000)
    const folder = await mkdtemp(join(tmpdir(), 'model-'))
    await writeFile(join(folder, 'model.onnx'), 'no model')
    await writeFile(join(folder, 'tokens.txt'), '<blank> 0\n我 1\n')
    speech = localSpeech({ folder, language: 'zh', callSeconds: 100 })

    expect(await hear()).to.include({ reason: 'unreachable', code: 'process-ended' })
    await rm(folder, { recursive: true })
  })
})
