import { expect } from 'chai'
import {
  candidateId,
  givenAnswer,
  reportedAt,
  secondScorerDesk,
  type SecondScorerDesk,
} from '../../../test/builders/second-scorer.js'
import { askSecondScorer } from './ask-second-scorer.job.js'
import { removeWithdrawnScores } from './remove-withdrawn-scores.job.js'

describe('what a second scorer said', () => {
  let desk: SecondScorerDesk
  beforeEach(async () => void (desk = await secondScorerDesk()))
  afterEach(() => desk.model.close())

  it('is not asked and paid for twice, and lies sealed', async () => {
    await desk.reported(4.8)
    await desk.ask()
    await desk.reported(4.8, 'n2')
    await desk.ask()

    expect(desk.model.asked).to.have.length(2)
    expect((await desk.report('n2')).assessment?.secondScorer?.readings[0]).to.deep.equal(await desk.reading())
    const stored = JSON.stringify(await desk.connection.collection('modelscores').find().toArray())
    expect(stored).not.to.match(/坐下|quotation/)
  })

  it('is asked again by another model', async () => {
    await desk.reported(4.8)
    await desk.ask()
    await desk.reported(4.8, 'n2')
    const other = desk.scorer()
    await desk.ask({ modelScorer: { ...other, identity: { ...other.identity, model: 'reader-2' } } })

    expect(desk.model.asked).to.have.length(4)
  })

  it('cannot be opened once the candidate’s key is destroyed', async () => {
    await desk.reported(4.8)
    await desk.ask()
    await desk.vault.destroy({ orgId: 'o1', ownerId: candidateId }, reportedAt)
    const which = { orgId: 'o1', candidateId, model: 'reader-1', promptVersion: '1', rubricVersion: 'b1' }
    const read = desk.modelScores.find({
      ...which,
      questionId: 'q1',
      answer: givenAnswer.replace('王小明', '＊＊＊'),
      runs: 2,
    })

    expect(await read.then(String, ({ code }: { code: string }) => code)).to.match(/deleted|unreadable/)
  })

  it('goes with the consent', async () => {
    await desk.reported(4.8)
    await desk.ask()
    await desk.agree(false)
    await removeWithdrawnScores({ ...desk.quiet, ...desk })

    expect(await desk.connection.collection('modelscores').countDocuments()).to.equal(0)
    expect((await desk.report()).assessment).to.equal(undefined)
  })

  it('is kept nowhere when the consent was taken back while it was asked', async () => {
    await desk.reported(4.8)
    await askSecondScorer({
      ...desk.quiet,
      ...desk,
      async secondOpinion(about) {
        await desk.reports.removeAssessment('o1', 'i1')
        return desk.opinion()(about)
      },
    })

    expect(await desk.connection.collection('modelscores').countDocuments()).to.equal(0)
    expect(await desk.report()).to.include({ status: 'awaiting-human', assessment: undefined })
  })
})
