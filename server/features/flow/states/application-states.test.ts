import { expect } from 'chai'
import {
  afterEvent,
  applicationStates,
  flowEvents,
  transitions,
  type ApplicationState,
  type FlowEvent,
  type Reconsidered,
  type Standing,
} from './application-states.js'

/** To take a decision back is the one way out of an end, and back to an earlier stage. */
const events = flowEvents.filter((event) => event !== 'reconsider')
const rounds = ['ai-interview', 'second-round', 'final-round']

/** xorshift32: the same walk for the same seed. */
function dice(seed: number) {
  let state = seed || 1
  return (sides: number) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % sides
  }
}

/** What the product would say with an event: the stage it is about, and the one it leads into. */
function happening(event: FlowEvent, { stage }: Standing) {
  const enters =
    event === 'screened-unclear'
      ? 'screening'
      : event === 'report'
        ? rounds[0]
        : event.startsWith('advance')
          ? rounds[rounds.indexOf(stage ?? '') + 1]
          : undefined
  const decided = ['invite', 'advance', 'hold', 'decline'].includes(event) ? stage : undefined
  return { event, ...(enters !== undefined && { enters }), ...(decided !== undefined && { stage: decided }) }
}

describe('the states of an application', () => {
  it('are all reached and, but for the two ends, all left again; an end only when its decision is taken back', () => {
    const states = [...applicationStates]

    expect(states.filter((state) => !transitions.some(({ to }) => to === state))).to.deep.equal(['received'])
    const left = transitions.filter(({ event }) => event !== 'reconsider')
    expect(states.filter((state) => !left.some(({ from }) => from === state))).to.have.members(['passed', 'declined'])
    for (const { from, who } of transitions.filter(({ event }) => event === 'reconsider'))
      expect({ from, who }).to.deep.equal({ from: from === 'passed' ? 'passed' : 'declined', who: ['person'] })
  })

  it('decline by a person only, and always with a letter', () => {
    const declining = transitions.filter(({ to }) => to === 'declined')

    expect(declining).to.have.length(3)
    for (const { event, who, sends } of declining)
      expect({ event, who, sends }).to.deep.equal({ event: 'decline', who: ['person'], sends: ['decline-letter'] })
  })

  it('know one way at most for an event', () => {
    const keys = transitions.map(({ event, from, when }) => `${event} ${from} ${when ?? 'any'}`)

    expect(new Set(keys).size).to.equal(keys.length)
  })

  it('take a decision only about the stage at which the application stands', () => {
    const standing = { state: 'in-round', stage: 'final-round' } as const

    expect(afterEvent(standing, { event: 'decline', stage: 'second-round' })).to.equal(undefined)
    expect(afterEvent(standing, { event: 'decline', stage: 'final-round' })).to.deep.equal({ state: 'declined' })
  })

  it('go back to the stage whose decision is taken back', () => {
    const back = (reconsidered: Reconsidered, enters: string) =>
      afterEvent({ state: 'declined' }, { event: 'reconsider', enters, reconsidered })

    expect(back('of-screening', 'screening')).to.deep.equal({ state: 'screening-review', stage: 'screening' })
    expect(back('of-first-round', 'ai-interview')).to.deep.equal({ state: 'deciding', stage: 'ai-interview' })
    expect(back('of-later-round', 'final-round')).to.deep.equal({ state: 'in-round', stage: 'final-round' })
    expect(afterEvent({ state: 'in-round', stage: 'final-round' }, { event: 'reconsider' })).to.equal(undefined)
  })

  it('end after the last round', () => {
    expect(
      afterEvent(
        { state: 'in-round', stage: 'second-round' },
        { event: 'advance', stage: 'second-round', enters: 'final-round' },
      ),
    ).to.deep.equal({ state: 'in-round', stage: 'final-round' })
    expect(
      afterEvent({ state: 'in-round', stage: 'final-round' }, { event: 'advance', stage: 'final-round' }),
    ).to.deep.equal({ state: 'passed' })
  })

  it('hold whatever 2,000 random walks do: ends stay ends, stages go forward, nothing skips a person', () => {
    const roll = dice(20_261_122)
    const seen = new Set<ApplicationState>()
    for (let walk = 0; walk < 2_000; walk++) {
      let at: Standing = { state: 'received' }
      for (let step = 0; step < 60; step++) {
        const event = events[roll(events.length)]!
        const next = afterEvent(at, happening(event, at))
        if (!next) continue
        expect(['passed', 'declined']).not.to.include(at.state)
        if (next.state === 'declined') expect(event).to.equal('decline')
        if (next.stage !== undefined && at.stage !== undefined && at.state !== 'screening-review')
          expect(rounds.indexOf(next.stage)).to.be.at.least(rounds.indexOf(at.stage))
        expect(next.stage !== undefined).to.equal(['screening-review', 'deciding', 'in-round'].includes(next.state))
        at = next
        seen.add(at.state)
      }
    }
    expect(seen.size).to.equal(applicationStates.length - 1)
  })
})
