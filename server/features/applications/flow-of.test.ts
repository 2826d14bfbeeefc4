import { expect } from 'chai'
import { aiRound, humanRound, position } from '../../../test/builders/data-files.js'
import type { Standing } from '../flow/index.js'
import { flowOf, type Told } from './present-application.js'

const rounds = [aiRound(), humanRound()]
const states = (standing: Standing) =>
  flowOf({ position: position({ rounds }), standing } as unknown as Told).map(({ state }) => state)

describe('the steps of an application', () => {
  it('are done up to where it stands', () => {
    expect(states({ state: 'received' })).to.deep.equal(['now', 'todo', 'todo'])
    expect(states({ state: 'deciding', stage: rounds[0]!.id })).to.deep.equal(['done', 'now', 'todo'])
    expect(states({ state: 'passed', stage: rounds[1]!.id })).to.deep.equal(['done', 'done', 'done'])
  })

  it('of somebody who was declined are done with the one it was decided on, and none is under way', () => {
    expect(states({ state: 'declined', stage: rounds[0]!.id })).to.deep.equal(['done', 'done', 'todo'])
    expect(states({ state: 'declined', stage: 'screening' })).to.deep.equal(['done', 'todo', 'todo'])
  })
})
