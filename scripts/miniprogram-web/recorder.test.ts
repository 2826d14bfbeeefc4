import { expect } from 'chai'
import { until } from './testing/jsdom-phone.js'
import { failureOf, phoneBench, type OpenedPhone, type PhoneBench } from './testing/phone-bench.js'

interface Told {
  errMsg?: string
  frameBuffer?: ArrayBuffer
  isLastFrame?: boolean
}

const format = { format: 'mp3', sampleRate: 16_000, encodeBitRate: 48_000, frameSize: 1 }
const names = ['Start', 'Pause', 'Resume', 'Stop', 'FrameRecorded', 'Error', 'InterruptionBegin', 'InterruptionEnd']

describe('the recorder of the shim', () => {
  let bench: PhoneBench
  let phone: OpenedPhone
  let events: [string, Told][]
  let speak: (bytes: number) => void
  before(async () => {
    bench = await phoneBench()
  })
  after(() => bench.close())
  beforeEach(async () => {
    phone = await bench.open()
    phone.window.localStorage.clear()
    events = []
    phone.xz.mocks['microphone'] = (options: object) => {
      const { deliver } = options as { deliver: (bytes: Uint8Array) => void }
      speak = (bytes) => deliver(new Uint8Array(bytes))
      return { pause() {}, resume() {}, close() {} }
    }
    for (const name of names)
      phone.wx.getRecorderManager()[`on${name}`]((event: Told) => {
        events.push([name, event])
      })
  })

  const recorder = () =>
    phone.wx.getRecorderManager() as Record<'start' | 'stop' | 'resume', (options?: object) => void>
  const heard = () => events.map(([name]) => name)
  const fault = () => events.find(([name]) => name === 'Error')?.[1].errMsg
  const press = async (label: string) => {
    const button = await until(
      () =>
        [...phone.document.querySelectorAll<HTMLElement>('.mp-sheet button')].find((one) => one.textContent === label),
      label,
    )
    button.click()
  }
  async function allow(): Promise<void> {
    const asked = phone.wx.authorize({ scope: 'scope.record' })
    await press('同意')
    await press('允许')
    await asked
  }
  async function recording(options = format): Promise<void> {
    await allow()
    recorder().start(options)
    await until(() => heard().includes('Start'), 'the recording')
  }

  it('asks for privacy and microphone once, and fails where they are refused', async () => {
    recorder().start(format)
    await press('同意')
    await press('拒绝')
    await until(fault, 'a fault')
    expect(fault()).to.equal('operateRecorder:fail auth deny')
    expect((await failureOf(phone.wx.authorize({ scope: 'scope.record' })))?.errMsg).to.equal(
      'authorize:fail auth deny',
    )
    expect(phone.document.querySelector('.mp-sheet')).to.equal(null)
    expect({ ...(await phone.wx.getSetting()).authSetting }).to.deep.equal({ 'scope.record': false })
  })

  it('fails where the privacy agreement is refused', async () => {
    const asked = failureOf(phone.wx.requirePrivacyAuthorize())
    await press('拒绝')

    expect(await asked).to.include({ errno: 104 })
    expect(await phone.wx.getPrivacySetting()).to.include({ needAuthorization: true })
  })

  it('opens its settings in a tap only, and what is switched there counts', async () => {
    await allow()
    expect((await failureOf(phone.wx.openSetting()))?.errMsg).to.match(/user TAP gesture/)
    const node = phone.document.querySelector('.count') as Element & {
      __wxElement: { addListener(name: string, act: () => void): void }
    }
    const opened = new Promise<{ authSetting: object }>((resolve) => {
      node.__wxElement.addListener('tap', () => {
        void phone.wx.openSetting().then(resolve)
      })
      phone.xz.tap(node)
    })
    const box = await until(() => phone.document.querySelector<HTMLInputElement>('.mp-template input'), 'the switch')
    box.click()
    await press('完成')

    expect({ ...(await opened).authSetting }).to.deep.equal({ 'scope.record': false })
  })

  it('hands over frames of the size that was asked for, and the rest with the end', async () => {
    await recording()
    speak(2_500)
    recorder().stop()

    const frames = events.filter(([name]) => name === 'FrameRecorded').map(([, frame]) => frame)
    expect(frames.map(({ frameBuffer, isLastFrame }) => [frameBuffer?.byteLength, isLastFrame])).to.deep.equal([
      [1024, false],
      [1024, false],
      [452, true],
    ])
    expect(heard().at(-1)).to.equal('Stop')
  })

  it('gives plain numbers instead of mp3 where they are asked for, and no other form', async () => {
    let asked: unknown
    const microphone = phone.xz.mocks['microphone']!
    phone.xz.mocks['microphone'] = (options: object) => {
      asked = (options as { format: string }).format
      return microphone(options)
    }
    await recording({ ...format, format: 'PCM' })
    expect(asked).to.equal('PCM')
    recorder().stop()
    recorder().start({ ...format, format: 'wav' })

    expect(fault()).to.match(/wav is not encoded/)
  })

  it('asks for the camera by itself, and shows both in its settings', async () => {
    await allow()
    const camera = phone.wx.authorize({ scope: 'scope.camera' })
    await press('允许')
    await camera
    expect((await failureOf(phone.wx.authorize({ scope: 'scope.other' })))?.errMsg).to.match(/invalid scope/)

    expect({ ...(await phone.wx.getSetting()).authSetting }).to.deep.equal({
      'scope.record': true,
      'scope.camera': true,
    })
  })

  it('refuses a second recording beside the first', async () => {
    await recording()
    recorder().start(format)

    expect(fault()).to.match(/audio is recording/)
  })

  for (const [name, change] of [
    ['more than ten minutes', { duration: 600_001 }],
    ['a bit rate that the sample rate does not have', { encodeBitRate: 128_000 }],
    ['a sample rate that no phone has', { sampleRate: 16_001 }],
  ] as const)
    it(`refuses ${name}`, async () => {
      await allow()
      recorder().start({ ...format, ...change })

      expect(fault()).to.match(/^operateRecorder:fail (duration|invalid)/)
    })

  it('is paused by a call, and starts nothing before its end', async () => {
    await recording()
    phone.xz.setCall(true)
    speak(5_000)
    expect(heard().slice(-2)).to.deep.equal(['InterruptionBegin', 'Pause'])

    recorder().stop()
    recorder().start(format)
    expect(fault()).to.match(/occupied/)
    phone.xz.setCall(false)
    expect(heard().at(-1)).to.equal('InterruptionEnd')
    recorder().start(format)
    await until(() => heard().at(-1) === 'Start', 'the next recording')
  })

  it('ends when the app leaves the front', async () => {
    await recording()
    phone.xz.setBackground(true)

    expect(heard().at(-1)).to.equal('Stop')
    recorder().start(format)
    expect(fault()).to.match(/occupied/)
  })

  it('keeps files up to the phone’s room, and lists them', async () => {
    const files = phone.wx.getFileSystemManager()
    phone.xz.setFileQuota(100)
    await files.writeFile({ filePath: 'wxfile://usr/a', data: new ArrayBuffer(80) })

    expect(
      (await failureOf(files.writeFile({ filePath: 'wxfile://usr/b', data: new ArrayBuffer(80) })))?.errMsg,
    ).to.match(/storage limit is exceeded/)
    expect([...(await files.readdir({ dirPath: 'wxfile://usr' })).files]).to.deep.equal(['a'])
  })
})
