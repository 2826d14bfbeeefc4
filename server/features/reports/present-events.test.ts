import { expect } from 'chai'
import { playInterview, startedAt } from '../../../test/builders/interview.js'
import { presentEvents } from './present-events.js'

const at = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000)

describe('what happened while a written answer was given', () => {
  const play = (leave: (hand: ReturnType<typeof playInterview>) => void) => {
    const hand = playInterview()
    hand.at(0).issue(1)
    hand.shown(1)
    leave(hand)
    return hand.interview
  }
  const told = (interview: ReturnType<typeof play>, number = 1) =>
    presentEvents(interview, interview.questions[number - 1]!).events

  it('is told from when and for how long, and apart what was while it was thought about', () => {
    const interview = play((hand) => {
      hand.stay(5, 20).beat(false)
      hand.at(32).beat(true)
      hand.at(40).begin(1)
      hand.stay(45, 100).beat(false)
      hand.at(120).beat(true)
      hand.at(130).submit(1, '先安抚')
    })

    expect(told(interview)).to.deep.equal([
      { kind: 'away', lastedMs: 12_000, whileThinking: true },
      { kind: 'away', lastedMs: 20_000, atMs: 60_000 },
    ])
  })

  it('counts no glance at a notification, and one absence once, whatever the hidden page still sends', () => {
    const interview = play((hand) => {
      hand.stay(5, 40).begin(1)
      hand.at(50).beat(false)
      hand.at(52).beat(true)
      hand.at(60).beat(false)
      hand.at(64).draft(1, '先')
      hand.at(80).beat(true)
      hand.at(90).submit(1, '先安抚')
    })

    expect(told(interview)).to.deep.equal([{ kind: 'away', lastedMs: 20_000, atMs: 20_000 }])
  })

  it('is told to the end of the answer of whoever never came back', () => {
    const interview = play((hand) => {
      hand.stay(5, 40).begin(1)
      hand.at(50).beat(false)
      hand.at(600).beat(true)
    })

    expect(interview.events.map(({ kind, to }) => [kind, to])).to.deep.equal([['away', at(400)]])
    expect(told(interview)).to.deep.equal([{ kind: 'away', lastedMs: 350_000, atMs: 10_000 }])
  })

  it('knows a call from its first sign to its last, or to the end of the answer', () => {
    const interview = play((hand) => {
      hand.stay(5, 40).begin(1)
      hand.at(50).beat(true, true)
      hand.at(55).beat(true, true)
      hand.at(60).beat(true, true)
      hand.at(70).beat(true, false)
      hand.at(80).beat(true, true)
      hand.at(90).beat(true, true)
      hand.at(95).submit(1, '先安抚')
    })

    expect(told(interview)).to.deep.equal([
      { kind: 'call', lastedMs: 20_000, atMs: 10_000 },
      { kind: 'call', lastedMs: 15_000, atMs: 40_000 },
    ])
    expect(interview.phone).not.to.have.any.keys('inCall')
  })

  it('is nothing where nothing happened, nor of a build that says nothing of calls', () => {
    const interview = play((hand) => {
      hand.stay(5, 40).begin(1)
      hand.at(45).beat()
      hand.at(50).submit(1, '先安抚')
    })

    expect(told(interview)).to.equal(undefined)
  })
})
