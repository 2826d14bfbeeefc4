import { expect } from 'chai'
import { until } from './testing/jsdom-phone.js'
import { failureOf, phoneBench, type OpenedPhone, type PhoneBench } from './testing/phone-bench.js'

interface ClipFile {
  tempVideoPath: string
}
interface Context {
  startRecord(options?: object): Promise<unknown>
  stopRecord(options?: object): Promise<ClipFile>
}

describe('the camera of the shim', () => {
  let bench: PhoneBench
  let phone: OpenedPhone
  let events: string[]
  let heard: boolean[]
  before(async () => {
    bench = await phoneBench()
  })
  after(() => bench.close())
  beforeEach(async () => {
    phone = await bench.open()
    phone.window.localStorage.clear()
    allowed({ privacy: true, camera: true, microphone: true })
    events = []
    heard = []
    phone.window.HTMLMediaElement.prototype.play = () => Promise.resolve()
    phone.xz.mocks['camera'] = () => ({ getTracks: () => [] })
    phone.xz.mocks['film'] = (_stream: object) => ({
      name: 'video.mp4',
      hear: (isOn: boolean) => heard.push(isOn),
      stop: async () => new Uint8Array(700),
    })
  })

  const allowed = (what: object) => phone.window.localStorage.setItem('xz-allowed:wang', JSON.stringify(what))
  const insert = () =>
    phone.xz.mount('wx/camera', {
      'bind:initdone': () => events.push('open'),
      'bind:stop': () => events.push('stop'),
      'bind:error': ({ detail }: { detail: { errMsg: string } }) => events.push(detail.errMsg),
    })
  const camera = () => phone.wx.createCameraContext() as Context
  async function opened() {
    const mounted = insert()
    await until(() => events.includes('open'), 'the picture')
    return mounted
  }
  const fault = async (call: Promise<unknown>) => (await failureOf(call))?.errMsg

  it('shows nothing and records nothing without leave', async () => {
    allowed({ privacy: true, camera: false })
    insert()
    await until(() => events[0], 'a fault')

    expect(events).to.deep.equal(['insertCamera:fail auth deny'])
    expect(await fault(camera().startRecord())).to.equal('operateCamera:fail camera is not ready')
  })

  it('is one a page', async () => {
    await opened()
    insert()
    await until(() => events.length > 1, 'a fault')

    expect(events[1]).to.equal('insertCamera:fail camera is already inserted')
  })

  it('gives the file of a clip, of which parts can be read, and no second clip beside the first', async () => {
    await opened()
    await camera().startRecord()
    expect(await fault(camera().startRecord())).to.equal('operateCamera:fail is recording')
    const { tempVideoPath } = await camera().stopRecord()
    const files = phone.wx.getFileSystemManager()
    expect((await files.getFileInfo({ filePath: tempVideoPath })).size).to.equal(700)
    const { data } = await files.readFile({ filePath: tempVideoPath, position: 512, length: 188 })
    expect(data.byteLength).to.equal(188)
    expect(await fault(files.readFile({ filePath: tempVideoPath, position: 700, length: 1 }))).to.match(/out of range/)
    expect(await fault(files.readFile({ filePath: tempVideoPath, position: 699, length: 2 }))).to.match(/out of range/)

    expect(await fault(camera().stopRecord())).to.equal('operateCamera:fail is not recording')
  })

  it('ends a clip at its time, and takes no longer one than five minutes', async () => {
    await opened()
    const ended: string[] = []
    await camera().startRecord({
      timeout: 0.05,
      timeoutCallback: ({ tempVideoPath }: ClipFile) => ended.push(tempVideoPath),
    })
    await until(() => ended[0], 'the end')
    expect(ended[0]).to.match(/^wxfile:\/\/tmp_/)

    expect(await fault(camera().startRecord({ timeout: 301 }))).to.match(/out of range/)
  })

  it('ends when its page is hidden, gives what there is, and is there again with the page', async () => {
    const { node } = await opened()
    const page = (node as Element & { __wxElement: { triggerPageLifetime(name: string, args: []): void } }).__wxElement
    const ended: string[] = []
    await camera().startRecord({ timeoutCallback: ({ tempVideoPath }: ClipFile) => ended.push(tempVideoPath) })
    page.triggerPageLifetime('hide', [])
    await until(() => ended[0], 'the file')
    expect(events).to.deep.equal(['open', 'stop'])
    expect(await fault(camera().startRecord())).to.match(/not ready/)
    page.triggerPageLifetime('show', [])
    await new Promise((resolve) => {
      setImmediate(resolve)
    })

    expect(await fault(camera().startRecord())).to.equal(undefined)
  })

  it('ends with its element, and gives what there is; nothing begins in the background', async () => {
    const mounted = await opened()
    const ended: string[] = []
    await camera().startRecord({ timeoutCallback: ({ tempVideoPath }: ClipFile) => ended.push(tempVideoPath) })
    mounted.release()
    await until(() => ended[0], 'the file')
    events = []
    await opened()
    phone.xz.setBackground(true)

    expect(await fault(camera().startRecord())).to.match(/occupied/)
  })

  it('goes on silent in a call, which is told, and begins nothing before its end', async () => {
    await opened()
    phone.wx.onAudioInterruptionBegin(() => events.push('call'))
    await camera().startRecord()
    phone.xz.setCall(true)
    expect([events.at(-1), heard]).to.deep.equal(['call', [false]])
    await camera().stopRecord()

    expect(await fault(camera().startRecord())).to.match(/occupied/)
  })
})
