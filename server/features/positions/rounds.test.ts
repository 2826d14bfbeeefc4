import { expect } from 'chai'
import { position } from '../../../test/builders/data-files.js'
import { aiRoundOf, roundAfter, stageNameOf } from './rounds.js'

describe('the rounds of a position', () => {
  it('begin with the AI interview and end after the last', () => {
    expect(aiRoundOf(position()).id).to.equal('ai-interview')
    expect(roundAfter(position(), 'ai-interview')?.id).to.equal('second-round')
    expect(roundAfter(position(), 'second-round')).to.equal(undefined)
  })

  it('have a name people read, also for the step before them and for a round that is gone', () => {
    expect(stageNameOf(position(), 'second-round').zh).to.equal('复试')
    expect(stageNameOf(position(), 'screening').zh).to.equal('简历初筛')
    expect(stageNameOf(position(), 'gone').zh).to.equal('gone')
  })
})
