/** Asking that everything is deleted, and the receipt afterwards, as a finger meets them. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids, receiptOf } from './fakes/candidate-samples.js'

describe('the deletion of one’s data on the phone', function () {
  this.timeout(60_000)
  const { open, button, shown, text, phone, api, current } = candidatePhone()
  const asked = () => api().calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/deletion'))

  it('is two taps from the status page, asked back once, and can be taken back', async () => {
    await open(`/pages/status/status?application=${ids.application}`)
    await text('删除我的资料').tap()
    await shown(/删除后无法恢复/)
    await button('删除我的全部资料').tap()
    expect(asked()).to.have.length(0)
    await phone().screenshot('candidate-deletion')

    await button('确认删除，无法恢复').tap()
    await shown(/收到了你的要求/)
    await phone().screenshot('candidate-deletion-asked')
    await button('收回，先不删除').tap()

    await shown('删除我的全部资料')
    expect(asked()).to.have.length(1)
  })

  it('has a receipt that opens by the link in a message', async () => {
    await open('/pages/receipt/receipt?receipt=A7K29MPX3TQW')
    await shown('回执号 A7K29MPX3TQW')
    await shown(/28 条记录/)
    await phone().screenshot('candidate-receipt')
  })

  it('has a receipt that opens by its number, typed where an SMS leads', async () => {
    await open('/pages/claim/claim')
    await text('有回执号？查看删除回执').tap()
    await current().getByRole('textbox', { name: '回执号' }).fill('a7k2 9mpx 3tqx')
    await button('查看回执').tap()
    await shown('已经删除的不受影响。')
    await current().getByRole('textbox', { name: '回执号' }).fill('a7k2 9mpx 3tqw')
    await button('查看回执').tap()

    await shown('回执号 A7K29MPX3TQW')
  })

  it('is what the pages of an application lead to afterwards', async () => {
    const receipt = receiptOf(Date.now())
    api().refuse = ({ path }) => (path.includes('/applications/') ? { status: 404, code: 'not-found' } : undefined)
    api().receipts = [receipt]

    await open(`/pages/status/status?application=${ids.application}`)
    await shown(`回执号 ${receipt.number}`)
  })
})
