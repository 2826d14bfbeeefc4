/** Text at 200 % is large everywhere, also in what TDesign draws. */
import { expect } from 'chai'
import { candidatePhone } from './candidate-phone.js'
import { ids } from './fakes/candidate-api.js'

const pages = {
  positions: '/pages/positions/positions',
  apply: '/pages/apply/apply?position=teller',
  invitation: `/pages/invitation/invitation?token=${ids.token}`,
  choices: `/pages/consent/consent?invitation=${ids.invitation}`,
  interview: `/pages/interview/interview?invitation=${ids.invitation}`,
  status: `/pages/status/status?application=${ids.application}`,
  feedback: `/pages/feedback/feedback?interview=${ids.interview}`,
  check: '/check/device/device?ways=voice,video',
  practice: '/check/practice/practice?ways=voice',
  letter: `/pages/letter/letter?application=${ids.application}`,
}

describe('text at 200 %', function () {
  this.timeout(60_000)
  const { open, current, phone } = candidatePhone()

  for (const [name, page] of Object.entries(pages))
    it(`is at least 24 px on ${name}, labels and hints too`, async () => {
      await open(page, { fontScale: 2, width: 320, height: 568 })
      await current().locator('[aria-busy="true"]').waitFor({ state: 'detached' })
      await current().evaluate((node) => node.scrollTo(0, 900))
      await phone().screenshot(`candidate-large-further-${name}`)

      const small = await current().evaluate((root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        const found: string[] = []
        while (walker.nextNode()) {
          const { parentElement, textContent } = walker.currentNode
          if (!parentElement || !textContent?.trim() || parentElement.closest('.spoken, [aria-hidden="true"]')) continue
          const size = parseFloat(getComputedStyle(parentElement).fontSize)
          if (parentElement.getClientRects().length > 0 && size < 24) found.push(`${size}: ${textContent.trim()}`)
        }
        for (const field of root.querySelectorAll('input, textarea')) {
          const size = parseFloat(getComputedStyle(field).fontSize)
          if (size < 24) found.push(`${size}: a field`)
        }
        return found
      })

      expect(small).to.deep.equal([])
    })
})
