/** The device check and the practice question in Chromium, which hears a beep a second and sees a green picture. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'
import { questionsToSpeak } from './fakes/candidate-samples.js'
import { fakeInterview } from './fakes/fake-interview.js'

const check = (ways: string, invitation = ids.invitation) =>
  `/check/device/device?ways=${encodeURIComponent(ways)}&invitation=${invitation}`
const practice = `/check/practice/practice?ways=voice&invitation=${ids.invitation}`

describe('the device check on the phone', function () {
  this.timeout(60_000)
  const { api, phone, open, current, text, button, shown } = candidatePhone()

  const press = (label: string) => phone().page.getByRole('button', { name: label, exact: true }).last().tap()
  const speaking = () => {
    api().invitation = { ...api().invitation, answerModes: ['text', 'voice'] } as never
    api().interview = fakeInterview(Date.now, questionsToSpeak())
  }
  async function allow(): Promise<void> {
    await press('同意')
    await press('允许')
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
})
