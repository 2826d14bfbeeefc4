import { expect } from 'chai'
import { aiRound, humanRound, position } from '../../../test/builders/data-files.js'
import { tellerRules } from '../../../test/builders/rules.js'
import { checkPosition } from './check-position.js'

const found = (changes: Parameters<typeof position>[0]) =>
  checkPosition(position(changes)).map(({ at, message }) => `${at.join('/')} ${message.en}`)

describe('checking a position', () => {
  it('finds nothing in a faultless one', () => {
    expect(found({})).to.deep.equal([])
  })

  it('wants competency weights and screening weights to add up to 100', () => {
    expect(found({ competencyWeights: { ...position().competencyWeights, service: 55 } })).to.deep.equal([
      'competencyWeights The weights add up to 95 instead of 100.',
    ])
    expect(found({ screening: { ...tellerRules, years: { ...tellerRules.years, weight: 15 } } })).to.deep.equal([
      'screening The weights add up to 105 instead of 100.',
    ])
  })

  it('refuses shares of more than the whole', () => {
    const items = [
      { names: ['银行从业'], share: 0.7 },
      { names: ['会计'], share: 0.4 },
    ]

    expect(
      found({ screening: { ...tellerRules, certificates: { ...tellerRules.certificates, items } } })[0],
    ).to.contain('add up to 1.1')
  })

  it('refuses thresholds and years that are swapped', () => {
    expect(found({ screening: { ...tellerRules, thresholds: { pass: 50, borderline: 70 } } })[0]).to.contain(
      'screening/thresholds/borderline',
    )
    expect(
      found({ screening: { ...tellerRules, years: { ...tellerRules.years, minimum: 3, full: 1 } } })[0],
    ).to.contain('screening/years/minimum')
  })

  it('has a code for every finding, by which a form speaks in its own words', () => {
    const slot = { startsAt: '', place: { zh: '', en: '' }, contact: { name: { zh: '', en: '' }, phone: '' } }
    const wrong = position({
      plan: [],
      competencyWeights: { ...position().competencyWeights, service: 1 },
      screening: { ...tellerRules, thresholds: { pass: 1, borderline: 2 } },
      rounds: [
        aiRound({ id: 'screening', slot, sends: { entered: 'nothing', declined: 'decline-letter' } }),
        humanRound({ decides: { by: 'rule-or-person', roles: ['auditor'] } }),
        humanRound(),
      ],
    })
    const findings = checkPosition(wrong)

    expect(findings.length).to.be.above(8)
    expect(findings.filter(({ code }) => code === undefined)).to.deep.equal([])
  })

  it('lets a position be prepared without questions, but not opened', () => {
    expect(found({ plan: [], open: false })).to.deep.equal([])
    expect(found({ plan: [], open: true })[0]).to.contain('open The position is open')
  })

  describe('and its rounds', () => {
    const places = (...rounds: Parameters<typeof aiRound>[0][]) =>
      found({ rounds: rounds.map((changes, index) => (index === 0 ? aiRound(changes) : humanRound(changes))) }).map(
        (line) => line.split(' ')[0],
      )

    it('wants weights of 100 and an id for each', () => {
      expect(places({}, { weight: 30 })).to.deep.equal(['rounds'])
      expect(places({}, { weight: 20 }, { weight: 20, entry: undefined as never })).to.deep.equal(['rounds/2/id'])
      expect(places({ id: 'screening' }, {})).to.deep.equal(['rounds/0/id'])
    })

    it('wants the AI interview first and nowhere else, without a slot', () => {
      const slot = {
        startsAt: '2026-12-01T02:00:00Z',
        place: { zh: '三楼', en: '3F' },
        contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
      }

      expect(places({ kind: 'human' }, {})).to.deep.equal(['rounds/0/kind'])
      expect(places({}, { kind: 'ai', entry: undefined as never })).to.deep.equal(['rounds/1/kind'])
      expect(places({ slot }, {})).to.deep.equal(['rounds/0/slot'])
      expect(places({}, { slot })).to.deep.equal([])
    })

    it('takes an entry rule only after the AI interview, and only for what the position weighs', () => {
      expect(places({}, { weight: 20 }, { id: 'final', weight: 20 })).to.deep.equal(['rounds/2/entry'])
      expect(places({}, { entry: { minTotal: 70, competencyFloors: { integrity: 3 } } })).to.deep.equal([
        'rounds/1/entry/competencyFloors/integrity',
      ])
    })

    it('lets recruiters, HR administrators and department managers decide, and rules only after the AI interview', () => {
      expect(places({}, { decides: { by: 'person', roles: ['department-manager'] } })).to.deep.equal([])
      expect(places({}, { decides: { by: 'person', roles: ['recruiter', 'auditor'] } })).to.deep.equal([
        'rounds/1/decides/roles',
      ])
      expect(places({}, { decides: { by: 'rule-or-person', roles: ['recruiter'] } })).to.deep.equal([
        'rounds/1/decides/by',
      ])
    })
  })
})
