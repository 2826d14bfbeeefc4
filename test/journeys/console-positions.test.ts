/** The form of a position in HR's console, on the product itself: a new one from a template, every field, faults, preview, two people. */
import { expect } from 'chai'
import type { Locator, Page } from 'playwright-core'
import { fields } from '../../server/console/rooms/positions/position-fields.js'
import { barriersOn } from '../axe.js'
import { keepScreenshot, launchBrowser, type TestBrowser } from '../browser.js'
import { openWorld, type WorldInProcess } from '../builders/world-in-process.js'
import { openAdminPage } from './admin-page.js'
import { built, ensureBuilt } from './built.js'

describe('the form of a position in HR’s console (U26)', function () {
  this.timeout(180_000)
  this.bail(true)
  let world: WorldInProcess
  let browser: TestBrowser
  let page: Page
  let home: string
  let problems: string[]
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const at = (way: string): Locator => page.locator(`.field[data-way="${way}"]`)
  const input = (way: string) => at(way).locator('input, select, textarea')
  const dialog = () => page.getByRole('dialog')
  const open = async (room: string, heading: string | RegExp) => {
    await page.goto(`${home}/console/${room}`)
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
  }
  const noFaults = () => page.waitForFunction(() => document.querySelectorAll('.faults').length === 0)

  before(async () => {
    ensureBuilt()
    world = await openWorld({ consoleDir: built.consoleDir })
    browser = await launchBrowser()
    ;({ page, home, problems } = await openAdminPage(world, browser))
  })
  after(async () => {
    await browser?.close()
    await world?.end()
  })

  it('begins from a template by keyboard, and refuses a short name that is taken', async () => {
    await open('positions', '岗位与流程')
    await page.getByRole('link', { name: '新建岗位' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('综合柜员（自带的样例）').check()
    await page.getByLabel('编号').fill('teller')
    await page.keyboard.press('Enter')
    await page.getByText('这个编号已经有岗位了').waitFor()
    expect(await barriersOn(page)).to.deep.equal([])
    await keepScreenshot(page, 'console-position-new')

    await page.getByLabel('编号').fill('branch-teller')
    await page.keyboard.press('Enter')
    await page.getByText('新岗位，还没有保存', { exact: false }).waitFor()
    expect(await page.getByLabel(/^开放投递/).isChecked()).to.equal(false)
  })

  it('shows every field of a position', async () => {
    await page
      .locator('[data-round="second-round"]')
      .getByLabel(/^已经定好/)
      .check()
    const shown = await page
      .locator('[data-at]')
      .evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute('data-at')!.replace(/\.(zh|en)$/, '')))])

    expect(Object.keys(fields).filter((field) => !shown.includes(field))).to.deep.equal([])
    await page
      .locator('[data-round="second-round"]')
      .getByLabel(/^已经定好/)
      .uncheck()
  })

  it('says at the field what is wrong, in HR’s words, while it is typed', async () => {
    await noFaults()
    await input('competencyWeights.domain').fill('10')
    await input('competencyWeights.service').fill('20')
    await at('competencyWeights.domain').getByText('没有题考查，请写 0', { exact: false }).waitFor()
    await at('competencyWeights.domain').getByText('它占的 10 分永远评不到', { exact: false }).waitFor()
    await input('minutes').fill('')
    await at('minutes').getByText('请填一个数字。').waitFor()
    await button('去看第一处').click()
    expect(await page.evaluate(() => document.activeElement!.closest('[data-way]')?.getAttribute('data-way'))).to.equal(
      'minutes',
    )
    await keepScreenshot(page, 'console-position-faults')
    const said = (await page.locator('.faults').allInnerTexts()).join(' ')
    expect(said).not.to.match(/questionBank|plan|kind:|competency|minutes|YAML|share/)
    expect(await barriersOn(page)).to.deep.equal([])

    await input('minutes').fill('30')
    await input('competencyWeights.domain').fill('0')
    await input('competencyWeights.service').fill('30')
    await noFaults()
  })

  it('keeps what was typed over a reload, saves as a whole, and is then in the list', async () => {
    await input('title.zh').fill('网点柜员')
    await page.reload()
    await page.getByRole('heading', { name: '网点柜员', level: 1 }).waitFor()
    expect(await input('minutes').inputValue()).to.equal('30')

    await button('查看改动并保存').click()
    await dialog().getByText('这是一个新岗位').waitFor()
    const terms = await dialog().locator('dt').allInnerTexts()
    expect(terms.filter((term) => /^[a-zA-Z]+$/.test(term))).to.deep.equal([])
    await button('保存为新版本').click()
    await page.getByText('branch-teller-r1').waitFor()
    await open('positions', '岗位与流程')
    await page.getByRole('link', { name: '网点柜员' }).waitFor()
  })

  it('tells in words and local time what would change and whom it concerns, and keeps the notes of the file', async () => {
    await open('positions/teller', '综合柜员')
    const second = page.locator('[data-round="second-round"]')
    await input('rounds.1.entry.competencyFloors.integrity').fill('4')
    await second.getByLabel(/^已经定好/).check()
    await second.getByLabel(/^开始时间/).fill('2027-01-08T14:00')
    await input('rounds.1.slot.contact.phone').fill('025-0000 0000')
    for (const way of ['place.zh', 'place.en', 'contact.name.zh', 'contact.name.en'])
      await input(`rounds.1.slot.${way}`).fill('三楼')
    await input('screening.majors.otherwise').fill('35')
    await noFaults()
    await button('查看改动并保存').click()
    const told = (await dialog().innerText()).replace(/\s+/g, ' ')
    await keepScreenshot(page, 'console-position-changes')

    expect(told).to.match(/面试轮次 › 复试 › 进入条件 › 单项至少 › 合规诚信 原来 3 → 改为 4/)
    expect(told).to.match(/开始时间 原来 （没有） → 改为 2027年1月8日星期五 14:00/)
    expect(told).to.match(/原来 40% → 改为 35%/)
    expect(told).to.contain('已经筛过的不变').and.to.contain('不会另发通知')
    expect(told).not.to.match(/[{}]|T\d\d:|competency/)
    expect(await barriersOn(page)).to.deep.equal([])

    await button('保存为新版本').click()
    await page.getByText('teller-r2').waitFor()
    expect(await (await page.request.get(`${home}/api/staff/files/position/teller/yaml`)).text())
      .to.contain('# 各项胜任力占总分的比例')
      .and.to.contain('integrity: 4')
  })

  it('tells who was first when two people edit, and loses nothing of either', async () => {
    await input('minutes').fill('26')
    await page.evaluate(async () => {
      const path = '/api/staff/files/position/teller'
      const headers = { 'x-xiaozhao-console': '1', 'content-type': 'application/json' }
      const { content, revision } = (await (await fetch(path, { headers })).json()) as {
        content: { city: object }
        revision: number
      }
      const body = JSON.stringify({
        source: { content: { ...content, city: { zh: '苏州', en: 'Suzhou' } } },
        baseRevision: revision,
      })
      await fetch(path, { method: 'PUT', headers, body })
    })
    await button('查看改动并保存').click()
    await button('保存为新版本').click()
    await page.getByRole('heading', { name: /周敏在你之后保存了第 3 版/ }).waitFor()
    expect(await input('minutes').inputValue()).to.equal('26')
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.contain('在你之后保存了')
    await keepScreenshot(page, 'console-position-behind')
    expect(await barriersOn(page)).to.deep.equal([])

    await button('放到新版上接着改').click()
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-way="city.zh"] input')!.value === '苏州',
    )
    await button('查看改动并保存').click()
    expect((await dialog().innerText()).replace(/\s+/g, ' '))
      .to.contain('原来 30 → 改为 26')
      .and.not.to.contain('苏州')
    await button('保存为新版本').click()
    await page.getByText('teller-r4').waitFor()
  })

  it('shows what has the focus before the bar at the foot, on a small phone too', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    const behind: string[] = []
    for (let pressed = 0; pressed < 60; pressed++) {
      await page.keyboard.press('Tab')
      const covered = await page.evaluate(() => {
        const [one, bar] = [document.activeElement!, document.querySelector('.save-bar')!]
        return !bar.contains(one) && one.getBoundingClientRect().bottom > bar.getBoundingClientRect().top
      })
      if (covered) behind.push(await page.evaluate(() => document.activeElement!.outerHTML.slice(0, 80)))
    }
    expect(behind).to.deep.equal([])
  })

  it('fits 800 px, text twice as large, and English', async () => {
    for (const [width, size] of [
      [1440, '100%'],
      [800, '100%'],
      [800, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate((to) => (document.documentElement.style.fontSize = to), size)
      for (const [part, y] of ['basics', 'plan', 'screening', 'rounds'].entries()) {
        await page.locator(`#${y}`).scrollIntoViewIfNeeded()
        await page.evaluate((id) => document.getElementById(id)!.scrollIntoView({ block: 'start' }), y)
        await keepScreenshot(page, `console-position-${width}-${size.replace('%', '')}-${part}-${y}`)
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} ${size}`).to.be.at.most(width)
      expect(await barriersOn(page), `${width} ${size}`).to.deep.equal([])
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = ''))
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'What is judged and asked' }).waitFor()
    await keepScreenshot(page, 'console-position-en')
    expect(problems).to.deep.equal([])
  })
})
