import { expect } from 'chai'
import { position } from '../../../test/builders/data-files.js'
import { tellerRules } from '../../../test/builders/rules.js'
import { checkPosition } from './check-position.js'

const found = (changes: Parameters<typeof position>[0]) => checkPosition(position(changes)).map(({ at, message }) => `${at.join('/')} ${message.en}`)

describe('checking a position', () => {
  it('finds nothing in a faultless one', () => {
    expect(found({})).to.deep.equal([])
  })

  it('wants competency weights and screening weights to add up to 100', () => {
    expect(found({ competencyWeights: { ...position().competencyWeights, service: 55 } })).to.deep.equal(['competencyWeights The weights add up to 95 instead of 100.'])
    expect(found({ screening: { ...tellerRules, years: { ...tellerRules.years, weight: 15 } } })).to.deep.equal(['screening The weights add up to 105 instead of 100.'])
  })

  it('refuses shares of more than the whole', () => {
    const items = [{ names: ['银行从业'], share: 0.7 }, { names: ['会计'], share: 0.4 }]

    expect(found({ screening: { ...tellerRules, certificates: { ...tellerRules.certificates, items } } })[0]).to.contain('add up to 1.1')
  })

  it('refuses thresholds and years that are swapped', () => {
    expect(found({ screening: { ...tellerRules, thresholds: { pass: 50, borderline: 70 } } })[0]).to.contain('screening/thresholds/borderline')
    expect(found({ screening: { ...tellerRules, years: { ...tellerRules.years, minimum: 3, full: 1 } } })[0]).to.contain('screening/years/minimum')
  })

  it('lets a position be prepared without questions, but not opened', () => {
    expect(found({ plan: [], open: false })).to.deep.equal([])
    expect(found({ plan: [], open: true })[0]).to.contain('open The position is open')
  })
})
