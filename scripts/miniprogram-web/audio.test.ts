import { expect } from 'chai'
import { until } from './testing/jsdom-phone.js'
import { phoneBench, type OpenedPhone, type PhoneBench } from './testing/phone-bench.js'

interface Audio {
  src: string
  play(): void
  stop(): void
  destroy(): void
}

const names = ['Play', 'Pause', 'Stop', 'Ended', 'Error']

describe('the player of the shim', () => {
  let bench: PhoneBench
  let phone: OpenedPhone
  let events: string[]
  let played: number[]
  let sound: { onended: (() => void) | null }
  before(async () => {
    bench = await phoneBench()
  })
  after(() => bench.close())
  beforeEach(async () => {
    phone = await bench.open()
    events = []
    played = []
    phone.xz.mocks['audio'] = (bytes: unknown) => {
      played.push((bytes as Uint8Array).byteLength)
      sound = { onended: null }
      return Object.assign(sound, { play: async () => {}, pause: () => {} })
    }
  })

  function audioOf(file: string): Audio {
    const audio = phone.wx.createInnerAudioContext() as Audio & Record<string, (listener: () => void) => void>
    for (const name of names) audio[`on${name}`]!(() => events.push(name))
    audio.src = file
    return audio
  }
  async function playing(): Promise<Audio> {
    const filePath = 'wxfile://usr/a.mp3'
    await phone.wx.getFileSystemManager().writeFile({ filePath, data: new ArrayBuffer(9) })
    const audio = audioOf(filePath)
    audio.play()
    await until(() => events.includes('Play'), 'the sound')
    return audio
  }

  it('plays a file of the phone to its end', async () => {
    await playing()
    sound.onended?.()

    expect([played, events]).to.deep.equal([[9], ['Play', 'Ended']])
  })

  it('fails for what is no file, once', async () => {
    audioOf('wxfile://usr/gone.mp3').play()
    await until(() => events.length > 0, 'a fault')

    expect(events).to.deep.equal(['Error'])
  })

  it('stops when told, and says nothing more once it is destroyed', async () => {
    const audio = await playing()
    audio.stop()
    expect(events.at(-1)).to.equal('Stop')
    audio.play()
    await until(() => events.filter((one) => one === 'Play').length === 2, 'the sound again')
    audio.destroy()
    audio.stop()

    expect(events.at(-1)).to.equal('Play')
  })

  it('is paused by a call, and by another app in front', async () => {
    await playing()
    phone.xz.setCall(true)
    expect(events.at(-1)).to.equal('Pause')
    phone.xz.setCall(false)
    const other = await playing()
    phone.xz.setBackground(true)

    expect(events.at(-1)).to.equal('Pause')
    other.destroy()
  })
})
