/**
 * What happens to a phone in the middle of a spoken interview, on the product itself: a call, the lock, a closed app, a permission taken
 * away, a bad and a missing network. After each: what the candidate is told, and that the server has all of it, once.
 */
import { expect } from 'chai'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import { launchBrowser, openPhone, type Phone, type TestBrowser } from '../browser.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { built, ensureBuilt } from './built.js'
import { newcomerWithPhone } from './newcomers.js'
import { inTheMorning } from './pass-time.js'
import { accept, applyAndBeInvited, type Person } from './steps.js'

describe('a phone that is interrupted', function () {
  this.timeout(180_000)
  this.bail(true)
  let world: WorldInProcess
  let browser: TestBrowser
  let person: Person
  let invitationId: string
  let interviewId: string
  let url: string
  let phone: Phone

  before(async () => {
    ensureBuilt()
    world = await openWorld({ phoneDir: built.phoneDir })
    browser = await launchBrowser()
    await inTheMorning(world)
    await world.sandbox.setSpeech([])
    person = await newcomerWithPhone(world)
    invitationId = await accept(person, await applyAndBeInvited(world, person), ['ai-scoring', 'recording'])
    const path = encodeURIComponent(`/pages/interview/interview?invitation=${invitationId}`)
    url = `${world.sandboxUrl}/phone/?person=${person.personId}&path=${path}`
    phone = await openPhone(browser, url, { width: 320, height: 568 })
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await phone?.screenshot('interrupted-failed')
  })
  after(async () => {
    await phone?.close()
    await browser?.close()
    await world?.end()
  })

  const button = (name: string | RegExp) => phone.page.getByRole('button', { name, exact: true }).last()
  const tap = (name: string | RegExp) => button(name).tap({ timeout: 20_000 })
  const seen = (text: string | RegExp) => phone.page.getByText(text).last().waitFor({ timeout: 20_000 })
  const tell = (what: object) =>
    phone.page.evaluate((message) => {
      window.postMessage({ type: 'xz-phone', ...message }, '*')
    }, what)
  const speak = (ms = 3_500) => phone.page.waitForTimeout(ms)
  /** In WeChat's settings, out of the app. */
  const allowMicrophone = (microphone: boolean) =>
    phone.page.evaluate((isAllowed) => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('xz-allowed:'))!
      localStorage.setItem(key, JSON.stringify({ privacy: true, microphone: isAllowed }))
    }, microphone)
  const recordings = () => world.deps.recordings.listOf(world.orgId, interviewId)
  const answerTo = async (number: number) =>
    (await world.deps.interviews.find({ orgId: world.orgId, id: interviewId }))!.questions.find(
      (question) => question.number === number,
    )!.answer

  /** All of what the phone said that it recorded has arrived, and nothing twice. */
  async function hasAllOf(number: number): Promise<number> {
    const answer = await waitFor(`the answer to ${number}`, () => answerTo(number))
    const told = (answer.recording?.clips ?? []).map(({ pieces }) => pieces)
    const wanted = told.flatMap((pieces, at) => Array.from({ length: pieces }, (_, piece) => `${at + 1}/${piece + 1}`))
    await waitFor(
      `all pieces of ${number}`,
      async () => {
        const [recording] = (await recordings()).filter((one) => one.number === number)
        return recording?.pieces.length === wanted.length || undefined
      },
      { withinMs: 30_000 },
    )
    const [recording, ...others] = (await recordings()).filter((one) => one.number === number)
    expect(others).to.deep.equal([])
    expect(recording!.pieces.map(({ clip, piece }) => `${clip}/${piece}`).sort()).to.deep.equal(wanted.sort())
    return told.length
  }

  async function leaveOutFollowUps(next: RegExp): Promise<void> {
    for (;;) {
      await button(new RegExp(`^看追问$|${next.source}`)).waitFor({ timeout: 20_000 })
      if ((await button('看追问').count()) === 0) return
      await tap('看追问')
      await tap('没有补充，跳过')
      await button('没有补充，跳过').waitFor({ state: 'detached' })
    }
  }

  it('by a call, the lock, another start and a permission taken away: all that was said before is there', async () => {
    await tap('看第 1 题')
    await tap('换成语音作答')
    await tap('我想好了，开始作答')
    await tap('同意')
    await tap('允许')
    await seen('正在录音')
    ;({ id: interviewId } = await interviewOfPhone())
    await speak()
    await tell({ call: true })
    await seen(/^前面录的 \d 秒都在/)
    await tell({ call: false })
    await tap('继续录音')
    await seen('正在录音')
    await speak()
    await tell({ background: true })
    await tell({ background: false })
    await seen(/^刚才离开了这个页面/)
    await tap('继续录音')
    await seen('正在录音')
    await speak()
    await phone.page.reload()
    await seen(/^小程序重新打开了/)
    await allowMicrophone(false)
    await tap('继续录音')
    await seen(/^麦克风被关掉了/)
    await phone.screenshot('interrupted-denied')
    await tap('回答完毕')
    await leaveOutFollowUps(/^看第 2 题$/)

    expect(await hasAllOf(1)).to.equal(3)
  })

  it('by three requests of ten that fail, and a while without any network', async () => {
    await allowMicrophone(true)
    let count = 0
    await phone.page.route('**/__proxy/**', (route) =>
      (count += 1) % 10 < 3 ? route.abort('connectionreset') : route.continue(),
    )
    for (let tries = 0; tries < 5 && (await button('看第 2 题').count()) > 0; tries += 1) {
      await tap('看第 2 题')
      await phone.page.waitForTimeout(2_000)
    }
    await tap('换成语音作答')
    await tap('我想好了，开始作答')
    await seen('正在录音')
    await speak()
    await phone.page.unroute('**/__proxy/**')
    await phone.context.setOffline(true)
    await seen('你的回答都在，网络断开了。')
    await seen(/^可以接着说，连上后会自动上传/)
    await phone.screenshot('interrupted-offline')
    await speak(8_000)
    await phone.context.setOffline(false)
    await seen('已上传 100%')
    await tap('回答完毕')
    await leaveOutFollowUps(/^看第 3 题$/)

    expect(await hasAllOf(2)).to.equal(1)
  })

  it('at its end: the last answer is handed in before it has arrived, over a closed app', async () => {
    await answerOnTo(6)
    await phone.page.reload()
    await tap('看第 6 题')
    await tap('换成语音作答')
    await phone.page.route('**/pieces/**', (route) => route.abort('connectionreset'))
    await tap('我想好了，开始作答')
    await seen('正在录音')
    await speak(7_000)
    await tap('回答完毕')
    await seen('第 6 题已上传 0%')
    await phone.screenshot('interrupted-on-its-way')
    await leaveOutFollowUps(/^出结果时通知我$/)
    await seen('录音还在上传，已完成 0%。先别关掉小程序。')
    expect(await world.deps.reports.findByInterview(world.orgId, interviewId), 'it waits').to.equal(undefined)

    const { context, page } = phone
    await page.close()
    phone = await openPhone(browser, url, { context })
    expect(await hasAllOf(6)).to.equal(1)
    await waitFor('the report', () => world.deps.reports.findByInterview(world.orgId, interviewId))
    expect(await phone.health()).to.deep.equal({ errors: [], warnings: [], missing: [] })
    expect(await world.connection.db!.collection('interviews').countDocuments({ invitationId })).to.equal(1)
  })

  async function deviceKey(): Promise<string> {
    return phone.page.evaluate(
      () =>
        (JSON.parse(Object.entries(localStorage).find(([key]) => key.endsWith(':device'))![1]) as { value: string })
          .value,
    )
  }
  async function interviewOfPhone(): Promise<InterviewForCandidate> {
    return (await world.phone(person.personId, await deviceKey())).startInterview(invitationId)
  }

  /** In writing, from the same phone, up to this question. */
  async function answerOnTo(last: number): Promise<void> {
    const rest = await world.phone(person.personId, await deviceKey())
    for (;;) {
      const { id, step } = await rest.startInterview(invitationId)
      if (step.kind === 'next' && step.number === last) return
      if (step.kind === 'next') await rest.issue(id, step.number)
      else if (step.kind === 'issued') await rest.shown(id, step.question.number)
      else if (step.kind === 'thinking') await rest.begin(id, step.question.number)
      else if (step.kind === 'answering')
        await rest.answer(id, step.question.number, step.question.followUp ? '' : goodAnswer(step.question))
      else throw new Error(`${step.kind} before question ${last}`)
    }
  }
})
