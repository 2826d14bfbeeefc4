import { expect } from 'chai'
import { assessment } from '../../../test/builders/assessments.js'
import type { SecondReading } from '../../../shared/contracts/second-scorer.js'
import { presentSecondReading, presentSecondScorer, scorersIn } from './present-second-scorer.js'

const by = { processor: '某某公司', model: 'reader-1', region: '华北', filingNumber: 'F-1', prompt: '1', runs: 2 }
const heard: SecondReading = { questionId: 'q1', outcome: 'apart', score: 3.6, points: [] }
const late: SecondReading = { questionId: 'q2', outcome: 'rules-alone', reason: 'late' }
const withReadings = (...readings: SecondReading[]) => assessment({ secondScorer: { by, readings } })

describe('a report with a second scorer', () => {
  it('names company, model, region and filing number, and how many answers it read', () => {
    const { secondScorer } = presentSecondScorer(withReadings(heard, late))

    for (const told of ['某某公司', 'reader-1', '华北', 'F-1', '2 个作答读了 1 个'])
      expect(secondScorer!.zh).to.contain(told)
    expect(scorersIn(withReadings(heard, late))).to.equal('rules 1 + reader-1')
  })

  it('tells nothing of what it said where scores may be hidden', () => {
    const agreeing = withReadings({ ...heard, outcome: 'agrees', score: 5 }, late)

    expect(presentSecondScorer(agreeing)).to.deep.equal(presentSecondScorer(withReadings(heard, late)))
  })

  it('says that the rules scored alone, and why', () => {
    expect(presentSecondScorer(withReadings(late)).secondScorer!.zh).to.match(/只用规则评分.*没有及时答复/)
    expect(scorersIn(withReadings(late))).to.equal('rules 1')
    expect(presentSecondReading(withReadings(heard, late), 'q2').secondScorer!.en).to.contain('did not reply in time')
  })

  it('shows its score beside an answer', () => {
    expect(presentSecondReading(withReadings(heard), 'q1').secondScorer!.zh).to.contain('3.6')
  })

  it('says nothing where none was asked', () => {
    expect(presentSecondScorer(assessment())).to.deep.equal({})
    expect(presentSecondReading(assessment(), 'q1')).to.deep.equal({})
  })
})
