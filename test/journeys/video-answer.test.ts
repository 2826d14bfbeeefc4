/** One question answered by video, from HR who offers it to HR who plays it: the phone's camera, the server's pieces, the console's player. */
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { goodAnswer } from '../../scripts/demo/sample-answers.js'
import { takeInterview } from '../../scripts/demo/take-interview.js'
import { waitFor } from '../../scripts/demo/wait-for.js'
import type { RecordingForReader, RecordingsForReader } from '../../shared/contracts/recordings.js'
import { keepScreenshot, launchBrowser, openPhone, type Phone, type TestBrowser } from '../browser.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { openAdminPage } from './admin-page.js'
import { guideImage } from '../guide-images.js'
import { built, ensureBuilt } from './built.js'
import { newcomerWithPhone } from './newcomers.js'
import { inTheMorning } from './pass-time.js'
import { accept, applyAndBeInvited, type Person } from './steps.js'

/** A clip ends after 29 s: two of them. */
const filmedMs = 33_000

describe('an answer by video', function () {
  this.timeout(180_000)
  this.bail(true)
  let world: WorldInProcess
  let browser: TestBrowser
  let page: Page
  let home: string
  let problems: string[]
  let person: Person
  let invitationId: string
  let interviewId: string
  let phone: Phone | undefined

  before(async () => {
    ensureBuilt()
    world = await openWorld({ consoleDir: built.consoleDir, phoneDir: built.phoneDir })
    browser = await launchBrowser()
    await inTheMorning(world)
    ;({ page, home, problems } = await openAdminPage(world, browser))
  })
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return
    await keepScreenshot(page, 'video-failed')
    await phone?.screenshot('video-failed-phone')
  })
  after(async () => {
    await phone?.close()
    await browser?.close()
    await world?.end()
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true })
  const tap = (label: string | RegExp) =>
    phone!.page.getByRole('button', { name: label, exact: true }).last().tap({ timeout: 20_000 })
  const seen = (text: string | RegExp) => phone!.page.getByText(text).last().waitFor({ timeout: 20_000 })

  it('is offered by HR with one tick', async () => {
    await page.goto(`${home}/console/positions`)
    await page.getByRole('link', { name: /综合柜员/ }).click()
    await page.getByLabel('视频', { exact: true }).check()
    await button('查看改动并保存').click()
    await button('保存为新版本').click()
    await page.getByText('teller-r2').waitFor()
  })

  it('is chosen in English and given in Chinese, over two clips that follow each other by themselves', async () => {
    person = await newcomerWithPhone(world)
    invitationId = await accept(person, await applyAndBeInvited(world, person), ['ai-scoring', 'recording'])
    const path = encodeURIComponent(`/pages/interview/interview?invitation=${invitationId}`)
    phone = await openPhone(browser, `${world.sandboxUrl}/phone/?person=${person.personId}&path=${path}`)
    await tap('English')
    await tap('Show question 1')
    await tap('Answer in another way')
    await tap('Answer by video · 2 min')
    await seen('Answer by video · 2 min')
    await phone.screenshot('video-journey-thinking')
    await tap('中文')
    await tap('我想好了，开始作答')
    await tap('同意')
    await tap('允许')
    await tap('允许')
    await seen(/^正在录像/)
    await phone.page.waitForTimeout(filmedMs)
    await seen(/^已上传 \d+%$/)
    await phone.screenshot('video-journey-recording')
    await guideImage(phone.page, 'candidate-video')
    await tap('回答完毕')
    await seen(/^(看追问|看第 2 题)$/)

    expect(await phone.health()).to.deep.equal({ errors: [], warnings: [], missing: [] })
    const device = await phone.page.evaluate(
      () =>
        (JSON.parse(Object.entries(localStorage).find(([key]) => key.endsWith(':device'))![1]) as { value: string })
          .value,
    )
    await world.sandbox.setSpeech([])
    const rest = await world.phone(person.personId, device)
    interviewId = (await takeInterview(rest, invitationId, goodAnswer)).id
  })

  it('is there whole: every clip plays by itself, and together they last as long as was told', async () => {
    const { recordings } = (await (
      await page.request.get(`${home}/api/staff/interviews/${interviewId}/recordings`)
    ).json()) as RecordingsForReader
    const [recording] = recordings as [RecordingForReader]
    expect(recording).to.deep.include({ number: 1, way: 'video' })
    expect(recording.clips.map(({ type, missing }) => [type, missing])).to.deep.equal([
      ['video/mp4', 0],
      ['video/mp4', 0],
    ])
    const measured = await page.evaluate(
      async ({ id, clips }) => {
        const all: { seconds: number; width: number; height: number; seen: number }[] = []
        for (const { clip } of clips) {
          const video = document.createElement('video')
          video.src = `/api/staff/recordings/${id}/clips/${clip}`
          video.muted = true
          const ready = new Promise((resolve, reject) => {
            video.onseeked = resolve
            video.onerror = () => reject(new Error(video.error?.message))
          })
          video.onloadedmetadata = () => {
            video.currentTime = video.duration / 2
          }
          await ready
          const canvas = document.createElement('canvas')
          canvas.width = canvas.height = 8
          const drawing = canvas.getContext('2d')!
          drawing.drawImage(video, 0, 0, 8, 8)
          const seen = Math.max(...drawing.getImageData(0, 0, 8, 8).data.filter((_value, at) => at % 4 === 1))
          all.push({ seconds: video.duration, width: video.videoWidth, height: video.videoHeight, seen })
        }
        return all
      },
      { id: recording.id, clips: recording.clips },
    )
    for (const { width, height, seen: green } of measured) {
      expect(width).to.be.above(0)
      expect(height, 'upright').to.be.above(width)
      expect(green, 'a picture in the middle of it').to.be.above(80)
    }
    const toldMs = recording.clips.reduce((sum, { durationMs }) => sum + durationMs, 0)
    const lastsMs = measured.reduce((sum, { seconds }) => sum + seconds * 1_000, 0)
    expect(toldMs).to.be.within(filmedMs - 1_000, filmedMs + 6_000)
    expect(Math.abs(lastsMs - toldMs), `${lastsMs} ms of ${toldMs} told`).to.be.at.most(Math.max(toldMs * 0.01, 300))
  })

  it('is played by HR over the seam, in one bar', async () => {
    await waitFor('the report', () => world.deps.reports.findByInterview(world.orgId, interviewId))
    const { applicationId } = (await world.deps.interviews.find({ orgId: world.orgId, id: interviewId }))!
    await page.goto(`${home}/console/candidates/${applicationId}`)
    await page.getByRole('tab', { name: /第 1 题/ }).click()
    await button('播放').click()
    await page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0)
    await page.getByRole('slider', { name: '播放位置' }).focus()
    for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight')
    await page.waitForFunction(
      () => Number(document.querySelector('[role=slider]')?.getAttribute('aria-valuenow')) >= 31,
    )
    expect(await page.locator('video').getAttribute('src')).to.match(/clips\/2$/)
    await keepScreenshot(page, 'video-journey-played')

    expect(problems).to.deep.equal([])
  })
})
