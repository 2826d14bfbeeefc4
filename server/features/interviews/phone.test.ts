import { expect } from 'chai'
import { firstPhone, playInterview, secondPhone, startedAt } from '../../../test/builders/interview.js'

const at = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000)
const minutes = 60

describe('a phone cut off from the network', () => {
  it('gets the time back at the end of the question, and it stands in the event list', () => {
    const play = playInterview()
    play.at(0).reach(1).stay(5, 100)

    play.at(160).beat()

    expect(play.step).to.include({ kind: 'answering', endsAt: at(420).toISOString() })
    expect(play.view.givenBackMs).to.equal(60_000)
    expect(play.interview.events).to.deep.equal([
      { kind: 'cut-off', number: 1, from: at(100), to: at(160), givenBackMs: 60_000 },
    ])
  })

  it('gets nothing back for fifteen seconds', () => {
    const play = playInterview()
    play.at(0).reach(1)

    play.at(15).beat()
    play.at(30).draft(1, 'a')

    expect(play.view.givenBackMs).to.equal(0)
    expect(play.interview.events).to.deep.equal([])
  })

  it('gets nothing back between two questions, where no clock runs', () => {
    const play = playInterview()
    play.at(0).reach(1).submit(1, 'a')

    play.at(300).beat()
    play.issue(2)
    play.at(400).shown(2)

    expect(play.view.givenBackMs).to.equal(0)
  })

  it('keeps what was given back when the thinking time is skipped afterwards', () => {
    const play = playInterview()
    play.at(0).issue(1)
    play.shown(1)

    play.at(30).begin(1)

    expect(play.step).to.include({ endsAt: at(30 + 360 + 30).toISOString() })
  })

  it('gets at most ten minutes back in one interview', () => {
    const play = playInterview()
    play
      .at(0)
      .reach(1)
      .at(6 * minutes)
      .beat()
    play.submit(1, 'a')
    play
      .reach(2)
      .at(12 * minutes)
      .beat()

    expect(play.view.givenBackMs).to.equal(10 * minutes * 1000)
    expect(play.interview.events.map(({ givenBackMs }) => givenBackMs)).to.deep.equal([360_000, 240_000])
    expect(play.step).to.include({ endsAt: at((6 + 6 + 4) * minutes).toISOString() })
  })

  it('finds its question open when it comes back within what can be given back', () => {
    const play = playInterview()
    play.at(0).reach(1).stay(5, 350)

    play.at(900).sweep()
    expect(play.interview.questions[0]).to.not.have.property('answer')
    play.at(940).draft(1, '回来了')

    expect(play.refusal).to.equal(undefined)
    expect(play.step).to.include({ kind: 'answering', endsAt: at(360 + 590).toISOString() })
  })

  it('is waited for no longer than an answer could still come', () => {
    const play = playInterview()
    play.at(0).reach(1).at(8).draft(1, '开头')

    play.at(360 + 15 * minutes).sweep()
    expect(play.interview.questions[0]).to.not.have.property('answer')
    play.at(360.001 + 15 * minutes).sweep()

    expect(play.interview.questions[0]?.answer).to.deep.include({ text: '开头', endedBy: 'time' })
  })

  it('is no reason to wait when the page was hidden: the candidate went away', () => {
    const play = playInterview()
    play.at(0).reach(1).at(5).draft(1, '开头')
    play.at(10).beat(false)
    play.at(200).beat(true)

    expect(play.view.givenBackMs).to.equal(0)
    expect(play.interview.events).to.deep.equal([{ kind: 'away', number: 1, from: at(10), to: at(200) }])
    play.stay(205, 350).at(355).beat(false)
    play.at(371).sweep()
    expect(play.interview.questions[0]?.answer).to.deep.include({ text: '开头', endedBy: 'time' })
  })
})

describe('an answer that the network held back', () => {
  /** Ten minutes are given back already in the first question; the second one's deadline is at 1 310 s. */
  function withNothingLeftToGive() {
    const play = playInterview()
    play.at(0).reach(1).at(601).beat()
    play.at(940).beat()
    play.submit(1, 'a')
    play.at(950).reach(2).stay(955, 1300)
    expect(play.view.givenBackMs).to.equal(10 * minutes * 1000)
    expect(play.step).to.include({ endsAt: at(1310).toISOString() })
    return play
  }

  it('is accepted when it was finished in time and the server saw the phone cut off across the deadline', () => {
    const play = withNothingLeftToGive()

    expect(play.at(1500).submit(2, '按时写完', { finishedMsAgo: 191_000 })).to.equal(undefined)

    expect(play.interview.questions[1]?.answer).to.deep.include({
      text: '按时写完',
      endedBy: 'candidate',
      lateByMs: 190_000,
    })
  })

  it('is accepted right after a heartbeat that got through first', () => {
    const play = withNothingLeftToGive()

    play.at(1500).beat()

    expect(play.at(1510).submit(2, '按时写完', { finishedMsAgo: 202_000 })).to.equal(undefined)
  })

  it('is refused later than that, with the saved text', () => {
    const play = withNothingLeftToGive()
    play.at(1300).draft(2, '存下的')
    play.at(1500).beat()
    play.at(1505).beat()

    expect(play.at(1510.001).submit(2, '按时写完', { finishedMsAgo: 202_000 })).to.equal('past-deadline')
    expect(play.refusal?.details).to.include({ savedText: '存下的' })
  })

  it('is refused when it was finished after the deadline, or does not say when', () => {
    const play = withNothingLeftToGive()

    expect(play.at(1500).submit(2, '写晚了', { finishedMsAgo: 189_999 })).to.equal('past-deadline')
    expect(play.submit(2, '写晚了')).to.equal('past-deadline')
    expect(play.draft(2, '写晚了')).to.equal('past-deadline')
  })

  it('is refused when the phone was there after the deadline, whatever it says', () => {
    const play = withNothingLeftToGive()
    play.at(1312).beat()

    expect(play.at(1330).submit(2, '按时写完', { finishedMsAgo: 25_000 })).to.equal('past-deadline')
  })

  it('is accepted up to fifteen minutes late', () => {
    const inTime = withNothingLeftToGive()
    const tooLate = withNothingLeftToGive()
    const fifteen = 1310 + 15 * minutes

    expect(inTime.at(fifteen).submit(2, '按时', { finishedMsAgo: 901_000 })).to.equal(undefined)
    expect(inTime.interview.questions[1]?.answer).to.include({ lateByMs: 900_000 })
    expect(tooLate.at(fifteen + 1).submit(2, '按时', { finishedMsAgo: 902_000 })).to.equal('past-deadline')
  })
})

describe('two phones', () => {
  it('cannot answer at once: the second one has to ask', () => {
    const play = playInterview()
    play.at(0).reach(1)

    expect(play.at(10).on(secondPhone).open()).to.equal('other-device')
    expect(play.on(firstPhone).draft(1, 'a')).to.equal(undefined)
  })

  it('change places when the candidate says so, and the earlier one is told', () => {
    const play = playInterview()
    play.at(0).reach(1).draft(1, '第一台', 50)

    expect(play.at(10).on(secondPhone).open({ takeOver: true })).to.equal(undefined)
    expect(play.draft(1, '第二台', 1), 'revisions count per phone').to.equal(undefined)
    expect(play.interview.questions[0]?.draft?.text).to.equal('第二台')
    expect(play.interview.events).to.deep.equal([{ kind: 'phone-changed', from: at(10), to: at(10) }])

    play.on(firstPhone)
    for (const told of [
      play.beat(),
      play.draft(1, 'x'),
      play.submit(1, 'x'),
      play.begin(1),
      play.issue(2),
      play.shown(1),
      play.rest(),
    ]) {
      expect(told).to.equal('taken-over')
    }
  })

  it('need no asking when the first was not seen for thirty seconds', () => {
    const play = playInterview()
    play.at(0).reach(1)

    expect(play.at(30).on(secondPhone).open()).to.equal('other-device')
    expect(play.at(30.001).on(secondPhone).open()).to.equal(undefined)
    expect(play.view.givenBackMs, 'the change took time from the candidate').to.equal(30_001)
  })

  it('may both look once the interview is over', () => {
    const play = playInterview()
    for (const number of [1, 2, 3]) play.at(0).reach(number).submit(number, '1')

    expect(play.on(secondPhone).open()).to.equal(undefined)
    expect(play.step.kind).to.equal('finished')
  })

  it('hand the interview to whom HR has bound the invitation now', () => {
    const play = playInterview()

    play.at(60).on(secondPhone).open({ openid: 'openid-new' })

    expect(play.interview.openid).to.equal('openid-new')
  })
})
