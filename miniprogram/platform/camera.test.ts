import { expect } from 'chai'
import { cameraOnPage, clipCamera, openFilmSettings } from './camera.js'

interface Told {
  success?: (result: object) => void
  fail?: (failure: { errMsg: string }) => void
}
interface Start extends Told {
  timeoutCallback?: (file: { tempVideoPath: string }) => void
}

/** As much of WeChat as a camera needs, in the hands of the test. */
class FakeWx {
  starts: Start[] = []
  stops: (Told & { compressed?: boolean })[] = []
  settings: Record<string, boolean> = {}
  asked: string[] = []
  openSetting = ({ success }: Told) => success?.({ authSetting: this.settings })
  authorize = ({ scope, success }: Told & { scope: string }) => {
    this.asked.push(scope)
    success?.({})
  }
  createCameraContext = () => ({
    startRecord: (options: Start) => this.starts.push(options),
    stopRecord: (options: Told) => this.stops.push(options),
  })
}

const listener = (heard: string[], name: string) => ({
  started: () => heard.push(`${name} started`),
  filmed: (path: string) => heard.push(`${name} ${path}`),
  interrupted: () => heard.push(`${name} call`),
  taken: () => heard.push(`${name} taken`),
  failed: (fault: string) => heard.push(`${name} ${fault}`),
})

describe('the camera of the page', () => {
  const before = (globalThis as { wx?: unknown }).wx
  let wx: FakeWx
  let heard: string[]
  beforeEach(() => {
    wx = new FakeWx()
    heard = []
    Object.assign(globalThis, { wx })
    cameraOnPage.closed()
  })
  after(() => {
    Object.assign(globalThis, { wx: before })
  })

  it('begins a clip as soon as there is a picture, and not after it was given up', () => {
    clipCamera.listen(listener(heard, 'one'))
    clipCamera.start()
    expect(wx.starts).to.have.length(0)
    cameraOnPage.opened()
    expect(wx.starts).to.have.length(1)
    cameraOnPage.closed()
    clipCamera.start()
    clipCamera.stop(false)
    cameraOnPage.opened()

    expect(wx.starts).to.have.length(1)
  })

  it('gives a file to the clip that it is of, whenever it comes', () => {
    cameraOnPage.opened()
    clipCamera.listen(listener(heard, 'one'))
    clipCamera.start()
    clipCamera.stop(true)
    clipCamera.listen(listener(heard, 'two'))
    clipCamera.start()
    wx.starts[0]?.timeoutCallback?.({ tempVideoPath: 'a' })
    wx.stops[0]?.success?.({ tempVideoPath: 'b' })
    wx.starts[1]?.success?.({})
    wx.stops[0]?.fail?.({ errMsg: 'operateCamera:fail is not recording' })

    expect(heard).to.deep.equal(['one a', 'one b', 'two started'])
    expect(wx.stops[0]?.compressed).to.equal(true)
  })

  it('tells a missing permission from a camera that does not work, and when it is taken away', () => {
    cameraOnPage.opened()
    clipCamera.listen(listener(heard, 'one'))
    clipCamera.start()
    wx.starts[0]?.fail?.({ errMsg: 'operateCamera:fail auth deny' })
    cameraOnPage.failed('insertCamera:fail in use')
    cameraOnPage.stopped()

    expect(heard).to.deep.equal(['one not-allowed', 'one broken', 'one taken'])
  })

  for (const [name, settings, leave, asked] of [
    ['both are on', { 'scope.record': true, 'scope.camera': true }, 'given', []],
    ['the camera was never asked for', { 'scope.record': true }, 'given', ['scope.camera']],
    ['the camera stays off', { 'scope.record': true, 'scope.camera': false }, 'refused', []],
    ['the microphone stays off', { 'scope.camera': true }, 'refused', []],
  ] as const)
    it(`may be used after the settings where ${name}: ${leave}`, async () => {
      wx.settings = settings

      expect([await openFilmSettings(), wx.asked]).to.deep.equal([leave, asked])
    })
})
