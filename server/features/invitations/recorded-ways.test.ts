import { expect } from 'chai'
import type { CurrentConsent } from '../consent/index.js'
import { recordedWaysFor } from './recorded-ways.js'

const offer = { answerModes: ['text', 'number', 'voice', 'video'] as const }
const consent = (granted: boolean): CurrentConsent => ({
  acceptedVersion: '2027-03',
  acceptedAt: new Date(0),
  choices: [{ purpose: 'recording', granted }],
})

describe('spoken ways of answering', () => {
  it('are none without the consent to be recorded', () => {
    expect(recordedWaysFor(offer, consent(false)).ways).to.deep.equal([])
    expect(recordedWaysFor(offer, undefined).ways).to.deep.equal([])
    expect(recordedWaysFor(offer, consent(true)).ways).to.deep.equal(['voice', 'video'])
  })

  it('are those that the position offers, once more than it lets somebody record again', () => {
    expect(recordedWaysFor({ answerModes: ['text'] }, consent(true)).ways).to.deep.equal([])
    expect(recordedWaysFor(offer, consent(true)).takes).to.equal(2)
    expect(recordedWaysFor({ ...offer, retakes: 0 }, consent(true)).takes).to.equal(1)
  })
})
