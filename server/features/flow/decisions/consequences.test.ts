import { expect } from 'chai'
import { aiRound, humanRound, organisation, position } from '../../../../test/builders/data-files.js'
import { consequencesOf, type Consequence, type WithVerdict } from './consequences.js'

const at = new Date('2026-11-22T02:00:00Z')
const ids = { orgId: 'o1', applicationId: 'a1', candidateId: 'c1', positionId: 'teller' }
const slot = {
  startsAt: '2026-12-01T02:00:00.000Z',
  place: { zh: '三楼', en: '3F' },
  contact: { name: { zh: '张', en: 'Zhang' }, phone: '025-0000' },
}
const { defaults } = organisation()
const decision = (changes: Partial<WithVerdict>): WithVerdict => ({
  ...ids,
  id: 'd1',
  stage: 'ai-interview',
  status: 'decided',
  raisedAt: at,
  dueAt: at,
  verdict: 'advance',
  decidedBy: 'li-jing',
  ...changes,
})
const silent = { entered: 'nothing', declined: 'decline-letter' } as const

function follow(changes: Partial<WithVerdict>, second: Parameters<typeof humanRound>[0] = {}): string[] {
  const { kind: _kind, ...teller } = position({ rounds: [aiRound(), humanRound(second)] })
  return consequencesOf(decision(changes), { position: { orgId: 'o1', revision: 1, ...teller }, defaults, at }).map(
    inShort,
  )
}

function inShort(one: Consequence): string {
  switch (one.kind) {
    case 'application-moves':
      return `moves: ${one.happening.event} at ${one.happening.stage} into ${one.happening.enters ?? 'none'}`
    case 'decision-raised':
      return `raised: ${one.decision.stage} ${one.decision.raisedAt.toISOString()} due ${one.decision.dueAt.toISOString()}${one.decision.unarranged ? ' unarranged' : ''}, ${one.noted}`
    case 'candidate-told':
      return `candidate: ${one.message.dedupeKey}`
    case 'group-told':
      return `group: ${one.event.key} ${one.event.kind}`
    case 'invited':
      return `invited for ${one.windowHours} h`
    case 'noted':
      return `noted: ${one.as}`
    case 'letter-kept':
      return 'letter kept'
  }
}

describe('what follows a decision', () => {
  it('is nothing after a hold', () => {
    expect(follow({ verdict: 'hold' })).to.deep.equal([])
  })

  it('is an invitation, open as long as the organisation says', () => {
    expect(follow({ verdict: 'invite', stage: 'screening' })).to.deep.equal([
      'moves: invite at screening into none',
      'invited for 72 h',
    ])
  })

  it('is a letter that is kept before the candidate hears of it', () => {
    expect(follow({ verdict: 'decline' })).to.deep.equal([
      'letter kept',
      'moves: decline at ai-interview into none',
      'candidate: decided:d1',
    ])
  })

  it('is the next round with its notice, to be decided from its start on', () => {
    expect(follow({ slot })).to.deep.equal([
      'moves: advance at ai-interview into second-round',
      'raised: second-round 2026-12-01T02:00:00.000Z due 2026-12-02T02:00:00.000Z, round-entered',
      'candidate: next-round:d1',
    ])
  })

  it('is the same by rule, under the rule’s own event', () => {
    expect(follow({ slot, decidedBy: 'rule' })[0]).to.equal('moves: advance-by-rule at ai-interview into second-round')
  })

  it('is a task for HR and no notice while the round has no time, or one that has passed', () => {
    const unset = [
      'moves: advance at ai-interview into second-round',
      'raised: second-round 2026-11-22T02:00:00.000Z due 2026-11-23T02:00:00.000Z unarranged, round-entered',
      'group: slot:d1 next-round-unset',
    ]

    expect(follow({})).to.deep.equal(unset)
    expect(follow({}, { slot: { ...slot, startsAt: at.toISOString() } })).to.deep.equal(unset)
  })

  it('tells the candidate nothing of a round that is set to send nothing', () => {
    expect(follow({ slot }, { sends: silent }).filter((one) => one.startsWith('candidate'))).to.deep.equal([])
  })

  it('is the end after the last round: for the group, the timeline and the candidate', () => {
    expect(follow({ stage: 'second-round' })).to.deep.equal([
      'moves: advance at second-round into none',
      'group: passed:d1 all-rounds-passed',
      'noted: all-rounds-passed',
      'candidate: decided:d1',
    ])
  })
})
