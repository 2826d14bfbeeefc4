import { expect } from 'chai'
import type { GroupEvent } from './group-event-store.js'
import { groupEventKinds, needsPerson, type GroupEventKind } from './group-event-kinds.js'
import { oneLineAPerson } from './one-line-a-person.js'

const start = Date.parse('2026-11-22T02:00:00Z')
const teller = { zh: '综合柜员', en: 'Bank teller' }
const risk = { zh: '风险岗', en: 'Risk manager' }
let count = 0
const event = (kind: GroupEventKind, rest: Partial<GroupEvent> = {}): GroupEvent => ({
  orgId: 'o1',
  key: `${kind}:${(count += 1)}`,
  kind,
  about: { kind: 'interview', id: 'i1' },
  candidateId: 'wang',
  positionTitle: teller,
  at: new Date(start + count),
  ...rest,
})
const told = (...events: GroupEvent[]) =>
  oneLineAPerson(events).map(({ event: { kind }, also }) => [kind, ...also.map((one) => one.kind)].join(' + '))

describe('one line a person', () => {
  it('tells the latest step, in whatever order the steps came', () => {
    expect(told(event('invited'), event('started'), event('finished'), event('report-ready'))).to.deep.equal([
      'report-ready',
    ])
    expect(told(event('report-ready'), event('finished'))).to.deep.equal(['report-ready'])
    expect(told(event('finished'), event('awaiting-human'))).to.deep.equal(['awaiting-human'])
    expect(told(event('report-ready'), event('awaiting-human'))).to.deep.equal(['awaiting-human'])
  })

  it('never swallows what needs a person', () => {
    const needing = groupEventKinds.filter((kind) => needsPerson.has(kind))
    const all = oneLineAPerson(groupEventKinds.map((kind) => event(kind)))
    const said = all.flatMap(({ event: one, also }) => [one.kind, ...also.map(({ kind }) => kind)])

    expect(all).to.have.length(1)
    expect(said).to.include.members([...needing])
    expect(said).not.to.include.members(['invited'])
    expect(told(event('awaiting-human'), event('report-ready'))).to.deep.equal(['report-ready + awaiting-human'])
    expect(told(event('report-ready'), event('next-round-unset'))).to.deep.equal(['report-ready + next-round-unset'])
    expect(told(event('proposed-decline'), event('unconfirmed'))).to.deep.equal(['proposed-decline + unconfirmed'])
  })

  it('keeps people apart, in the order of what is told of them, and what is about nobody', () => {
    expect(told(event('started'), event('finished', { candidateId: 'li' }), event('finished'))).to.deep.equal([
      'finished',
      'finished',
    ])
    expect(
      told(
        event('callback-failed', { candidateId: undefined as never }),
        event('callback-failed', { candidateId: undefined as never }),
      ),
    ).to.have.length(2)
  })

  it('has two lines for somebody who applied twice, and one where an event names no position', () => {
    expect(told(event('started'), event('finished', { positionTitle: risk }))).to.deep.equal(['started', 'finished'])
    const [line] = oneLineAPerson([event('started'), event('invited', { positionTitle: undefined as never })])
    expect(line?.event).to.include({ kind: 'started', positionTitle: teller })
  })
})
