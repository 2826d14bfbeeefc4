/** The device check and the practice question in Chromium, which hears a beep a second and sees a green picture. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'
import { questionsToSpeak } from './fakes/candidate-samples.js'
import { fakeInterview } from './fakes/fake-interview.js'

const check = (ways: string, invitation = ids.invitation) =>
  `/check/device/device?ways=${encodeURIComponent(ways)}&invitation=${invitation}`
const practice = `/check/practice/practice?ways=voice&invitation=${ids.invitation}`

interface Inspected {
  __xz: {
    routes(): string[]
    reLaunch(to: { url: string }): void
    mocks: Record<string, (options: { url: string }) => void>
    wx: { getFileSystemManager(): { readdirSync(folder: string): string[] } }
  }
}

describe('the device check on the phone', function () {
  this.timeout(60_000)
  const { api, host, phone, open, current, text, button, shown } = candidatePhone()

  const press = (label: string) => phone().page.getByRole('button', { name: label, exact: true }).last().tap()
  const speaking = () => {
    api().invitation = { ...api().invitation, answerModes: ['text', 'voice'] } as never
    api().interview = fakeInterview(Date.now, questionsToSpeak())
  }
  async function allow(): Promise<void> {
    await press('同意')
    await press('允许')
  }
  const kept = () =>
    phone().page.evaluate(() =>
      (window as unknown as Inspected).__xz.wx.getFileSystemManager().readdirSync('wxfile://usr'),
    )
  const tell = (what: object) =>
    phone().page.evaluate((message) => {
      window.postMessage({ type: 'xz-phone', ...message }, '*')
    }, what)
  async function inSight(...labels: string[]): Promise<void> {
    for (const label of labels) {
      const box = (await button(label).boundingBox())!
      expect(box.y + box.height, label).to.be.at.most(568)
      expect(box.height, label).to.be.at.least(44)
    }
    const sideways = await current().evaluate((node) => node.scrollWidth - node.clientWidth)
    expect(sideways, 'to the side').to.equal(0)
  }
  const uploads = () => api().calls.filter(({ path }) => path.includes('device-check')).length

  it('is reached from the invitation, hears a voice and measures the network, and leads back', async () => {
    speaking()
    await open(`/pages/invitation/invitation?token=${ids.token}`)
    await button('先试试麦克风和网络').tap()
    await shown(/^(又快又稳|够用)。$/)
    await phone().screenshot('candidate-check')
    await button('测试麦克风').tap()
    await allow()
    await shown(/^正在听/)
    await phone().screenshot('candidate-check-listening')
    await shown('我们听到你了。')
    await phone().screenshot('candidate-check-heard')
    expect(uploads()).to.equal(6)
    await button('返回邀请').tap()
    await button('开始准备').waitFor()
  })

  it('comes before the first question where somebody may speak, with a practice that is heard and kept nowhere', async () => {
    speaking()
    api().invitation = { ...api().invitation, phoneVerified: true } as never
    await open(`/pages/consent/consent?token=${ids.token}`)
    await button('继续').tap()
    await button('测试麦克风').tap()
    await allow()
    await button('试答一题').tap()
    await shown(/^这一段只留在这台手机上/)
    await phone().screenshot('candidate-practice')
    const sentBefore = api().calls.length
    await button('开始录音').tap()
    await shown(/^正在录音/)
    await text('0:28').waitFor()
    await phone().screenshot('candidate-practice-recording')
    await button('说完了').tap()
    await shown('听一听，清楚就可以了')
    await phone().screenshot('candidate-practice-recorded')
    expect(await kept()).to.deep.equal(['practice.mp3'])
    await button('听一听').tap()
    await shown('正在播放')
    await phone().screenshot('candidate-practice-playing')
    await shown('听一听，清楚就可以了')
    await button('再来一次').tap()
    await shown(/^正在录音/)
    expect(await kept()).to.deep.equal([])
    await text('0:28').waitFor()
    await button('说完了').tap()
    expect(api().calls.slice(sentBefore)).to.deep.equal([])
    await button('好了，开始面试').tap()
    await button('看第 1 题').waitFor()

    expect(await kept()).to.deep.equal([])
    expect(await phone().page.evaluate(() => (window as unknown as Inspected).__xz.routes())).to.deep.equal([
      'pages/interview/interview',
    ])
  })

  it('is left out by a tap', async () => {
    speaking()
    api().invitation = { ...api().invitation, bound: true } as never
    await open(`/pages/invitation/invitation?token=${ids.token}`)
    await button('开始准备').tap()
    await button('先不试，开始面试').tap()
    await button('看第 1 题').waitFor()
  })

  it('is not in the way of whoever comes back to an interview', async () => {
    speaking()
    api().invitation = { ...api().invitation, bound: true, interviewId: ids.interview } as never
    await open(`/pages/invitation/invitation?token=${ids.token}`)
    await button('接着答').waitFor()
    expect(await current().getByText('先试试').count()).to.equal(0)
    await button('接着答').tap()
    await button('看第 1 题').waitFor()
  })

  it('takes a no to the microphone, shows how to change one’s mind, and goes on in writing', async () => {
    speaking()
    await open(check('text,voice'))
    await button('测试麦克风').tap()
    await press('同意')
    await press('拒绝')
    await shown('麦克风还没有打开。')
    await phone().screenshot('candidate-check-refused')
    await button('打开麦克风').waitFor()
    await button('用文字开始面试').tap()
    await button('看第 1 题').waitFor()
  })

  it('hears who allows the microphone in the settings after all', async () => {
    await open(check('text,voice', ''))
    await button('测试麦克风').tap()
    await press('同意')
    await press('拒绝')
    await button('打开麦克风').tap()
    await phone().page.locator('.mp-template input').check()
    await press('完成')
    await shown('我们听到你了。')
  })

  it('tells a slow network from none, and measures again', async () => {
    const came = new Map<object, number>()
    api().holds = (call) => {
      if (!call.path.includes('device-check')) return false
      if (!came.has(call)) came.set(call, Date.now())
      return Date.now() - (came.get(call) ?? 0) < 320
    }
    await open(check('text,voice'))
    await shown('有点慢。')
    await shown(/^语音会边录边传/)
    await phone().screenshot('candidate-check-slow')
    api().holds = () => false
    host().phoneOf('wang').online = false
    await tell({ online: false })
    await button('再试一次').tap()
    await shown('现在连不上。')
    await phone().screenshot('candidate-check-offline')
    expect(await button('先不试，开始面试').count()).to.equal(1)
  })

  it('looks at the picture and its light only where video is offered and somebody wants to', async () => {
    await open(check('text,voice,video'))
    await button('看看画面').tap()
    await allow()
    await shown('画面正常。')
    await phone().screenshot('candidate-check-camera')
  })

  it('begins the interview where its package cannot be fetched', async () => {
    speaking()
    api().invitation = { ...api().invitation, phoneVerified: true } as never
    await open(`/pages/consent/consent?token=${ids.token}`)
    await phone().page.evaluate(() => {
      const xz = (window as unknown as Inspected).__xz
      xz.mocks['redirectTo'] = ({ url }) => {
        if (url.startsWith('/check/')) throw new Error('timeout')
        xz.reLaunch({ url })
      }
    })
    await button('继续').tap()
    await button('看第 1 题').waitFor()
  })

  it('stops listening, and practising, when another app comes to the front', async () => {
    await open(practice)
    await button('开始录音').tap()
    await allow()
    await shown(/^正在录音/)
    await text('0:28').waitFor()
    await tell({ background: true })
    await tell({ background: false })
    await shown(/^刚才离开了这个页面/)
    await button('听一听').tap()
    await shown('正在播放')
    await tell({ call: true })
    await button('听一听').waitFor()
    await tell({ call: false })
  })

  for (const fontScale of [1, 2])
    it(`keeps its buttons in sight on 320 px, text at ${fontScale * 100} %`, async () => {
      await open(check('text,voice'), { fontScale, width: 320, height: 568 })
      await shown(/^(又快又稳|够用)。$/)
      await phone().screenshot(`candidate-check-320-${fontScale}`)
      await inSight('测试麦克风', '先不试，开始面试')
      await button('测试麦克风').tap()
      await press('同意')
      await press('拒绝')
      await shown('麦克风还没有打开。')
      await phone().screenshot(`candidate-check-refused-320-${fontScale}`)
      await inSight('打开麦克风', '用文字开始面试')
      await button('打开麦克风').tap()
      await phone().page.locator('.mp-template input').check()
      await press('完成')
      await button('试答一题').tap()
      await phone().screenshot(`candidate-practice-320-${fontScale}`)
      await inSight('开始录音', '不练了，开始面试')
      const hint = (await text('录一小段，再听听自己的声音').boundingBox())!
      const start = (await button('开始录音').boundingBox())!
      if (fontScale === 1) expect(hint.y + hint.height, 'the hint, above the button').to.be.at.most(start.y)
      await button('开始录音').tap()
      await text('0:28').waitFor()
      await phone().screenshot(`candidate-practice-recording-320-${fontScale}`)
      const time = (await text('0:28').boundingBox())!
      const stop = (await button('说完了').boundingBox())!
      expect(time.y + time.height, 'the time while it is recorded').to.be.at.most(stop.y)
      await button('说完了').tap()
      await button('听一听').waitFor()
      await phone().screenshot(`candidate-practice-recorded-320-${fontScale}`)
      await inSight('好了，开始面试', '听一听', '再来一次')
      await button('听一听').tap()
      await button('停下').tap()
    })
})
