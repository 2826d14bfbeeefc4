/** The application page as a finger uses it. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'

const page = '/pages/apply/apply?position=teller'

describe('applying on the phone', function () {
  this.timeout(60_000)
  const { api, phone, open, current, text, button, shown } = candidatePhone()
  const choose = (label: string, value: string) =>
    phone().page.getByRole('dialog').getByLabel(label).selectOption(value)
  const confirm = () => phone().page.getByRole('dialog').getByRole('button', { name: '确定' }).tap()

  async function fill(): Promise<void> {
    await current().getByPlaceholder('和证件上一致').fill('王　明')
    await current().getByPlaceholder('11 位手机号').fill('+86 138 1234 8000')
    await text('本科').tap()
    await current().getByPlaceholder('毕业学校').fill('浙江财经大学')
    await current().getByPlaceholder('所学专业').fill('金融学')
    await current().getByPlaceholder('应届填 0').fill('0')
  }
  const sent = () =>
    api().calls.find(({ method, path }) => method === 'POST' && path.endsWith('/applications'))?.body['resume']

  it('takes the month of graduation and what somebody has done so far', async () => {
    await open(page)
    await fill()
    await button(/^毕业年月/).tap()
    await choose('年', '2026')
    await choose('月', '06')
    await phone().screenshot('candidate-month')
    await confirm()
    await shown('2026-06')
    await button('添加一段经历（工作、实习、志愿服务）').tap()
    const entry = current().locator('.fields', { hasText: '第 1 段经历' })
    await entry.locator('input').nth(0).fill('江南银行')
    await button('投递').tap()
    await entry.getByText(/^单位和职务都要写/).waitFor()
    await entry.locator('input').nth(1).fill('大堂实习生')
    await button(/^开始/).tap()
    await choose('年', '2025')
    await choose('月', '07')
    await confirm()
    await entry.locator('textarea').fill('引导客户')
    await button('添加一段经历（工作、实习、志愿服务）').tap()
    await button('删除 第 2 段经历').tap()
    expect(await entry.locator('input').nth(0).inputValue()).to.equal('江南银行')
    expect(await entry.locator('textarea').inputValue()).to.equal('引导客户')
    await phone().screenshot('candidate-experience')
    await button('投递').tap()
    await phone().page.getByRole('dialog').getByRole('button', { name: '允许' }).tap()
    await shown('完成了，辛苦啦')

    expect(sent()).to.deep.include({ name: '王明', phone: '13812348000' })
    expect(sent()).to.nested.include({ 'education.graduatedIn': '2026-06' })
    expect((sent() as { experiences: unknown }).experiences).to.deep.equal([
      { organisation: '江南银行', role: '大堂实习生', from: '2025-07', description: '引导客户' },
    ])
  })

  it('loses nothing when the page is left or loaded again, and forgets it once it is sent', async () => {
    await open(page)
    await fill()
    await current().locator('textarea').last().fill('喜欢和人打交道')
    await phone().page.reload()
    await shown('上次填到一半的内容还在，接着填就好。')
    await phone().screenshot('candidate-resumed')

    expect(await current().getByPlaceholder('和证件上一致').inputValue()).to.equal('王　明')
    expect(await current().locator('textarea').last().inputValue()).to.equal('喜欢和人打交道')
    await button('投递').tap()
    await phone().page.getByRole('dialog').getByRole('button', { name: '允许' }).tap()
    await shown('完成了，辛苦啦')
    expect(sent()).to.deep.include({ selfIntroduction: '喜欢和人打交道' })
    await phone().page.reload()
    await phone().page.goto(phone().page.url())
    await current().getByPlaceholder('和证件上一致').waitFor()
    expect(await current().getByPlaceholder('和证件上一致').inputValue()).to.equal('')
  })

  it('can begin anew', async () => {
    await open(page)
    await fill()
    await phone().page.reload()
    await button('清空重填').tap()

    expect(await current().getByPlaceholder('毕业学校').inputValue()).to.equal('')
    await phone().page.reload()
    await current().getByPlaceholder('毕业学校').waitFor()
    expect(await current().getByText('清空重填').count()).to.equal(0)
  })
})
