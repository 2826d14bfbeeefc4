import { expect } from 'chai'
import { transitions } from '../server/features/flow/states/application-states.js'
import { flowDocument, storedFlowDocument } from './flow-diagram.js'

describe('docs/flow.md', () => {
  it('is what npm run docs:flow makes of the state machine', async () => {
    expect(await storedFlowDocument(), 'run npm run docs:flow').to.equal(flowDocument())
  })

  it('names every way there is', () => {
    const rows = flowDocument()
      .split('\n')
      .filter((line) => line.startsWith('| `') && line.includes('→'))

    expect(rows).to.have.length(transitions.length)
  })
})
