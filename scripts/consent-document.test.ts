import { expect } from 'chai'
import { consentDocument, storedConsentDocument } from './consent-document.js'

describe('docs/consent.md', () => {
  it('is what npm run docs:consent makes of the table of purposes', async () => {
    expect(await storedConsentDocument(), 'run npm run docs:consent').to.equal(consentDocument())
  })
})
