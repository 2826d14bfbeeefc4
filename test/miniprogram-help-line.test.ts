/** What every page has: whom to ask, the other language, and controls that a screen reader can name. */
import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'

const pages = {
  positions: '/pages/positions/positions',
  apply: '/pages/apply/apply?position=teller',
  invitation: `/pages/invitation/invitation?token=${ids.token}`,
  change: `/pages/change/change?token=${ids.token}`,
  tail: `/pages/consent/consent?token=${ids.token}`,
  choices: `/pages/consent/consent?invitation=${ids.invitation}`,
  interview: `/pages/interview/interview?invitation=${ids.invitation}`,
  status: `/pages/status/status?application=${ids.application}`,
  feedback: `/pages/feedback/feedback?interview=${ids.interview}`,
  transcripts: `/pages/transcripts/transcripts?interview=${ids.interview}`,
  letter: `/pages/letter/letter?application=${ids.application}`,
  claim: `/pages/claim/claim?application=${ids.application}&proof=${'A'.repeat(22)}&opens=letter`,
  deletion: `/pages/deletion/deletion?application=${ids.application}`,
  receipt: '/pages/receipt/receipt',
  check: '/check/device/device?ways=voice',
  practice: '/check/practice/practice?ways=voice',
}

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

describe('the pages that HR’s number is tried on', () => {
  it('are all that there are', () => {
    const { pages: main, subPackages } = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppJson
    const all = [...main, ...subPackages.flatMap(({ root, pages: own }) => own.map((one) => `${root}/${one}`))]

    expect(all.filter((one) => !Object.values(pages).some((tried) => tried.startsWith(`/${one}`)))).to.deep.equal([])
  })
})

describe('HR’s number and the other language', function () {
  this.timeout(60_000)
  const { open, text, shown, button, current, phone } = candidatePhone()

  for (const [name, page] of Object.entries(pages))
    it(`stand on ${name}`, async () => {
      await open(page)
      await shown('有问题？联系 HR 张老师 02112345678')
      await text('English').tap()
      await shown(/^Questions\? Contact/)
      await phone().screenshot(`candidate-en-${name}`)
    })

  it('are beside switches that are named and pressed by key', async () => {
    await open(pages.choices)
    const scoring = current().getByRole('switch', { name: 'AI 辅助评分' })
    await scoring.press(' ')

    expect(await scoring.getAttribute('aria-checked')).to.equal('true')
    expect(await button('保存').count()).to.equal(1)
  })
})
