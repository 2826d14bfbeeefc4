import { expect } from 'chai'
import { firstPhone, playInterview, startedAt } from '../../../test/builders/interview.js'

const iso = (seconds: number) => new Date(startedAt.getTime() + seconds * 1000).toISOString()

describe('the clock of a question', () => {
  it('starts when the phone says it is shown, not when it is sent', () => {
    const play = playInterview()
    play.at(10).issue(1)

    expect(play.at(40).step.kind).to.equal('issued')
    play.shown(1)

    expect(play.step).to.include({ kind: 'thinking', endsAt: iso(100) })
  })

  it('goes from thinking to answering by itself', () => {
    const play = playInterview()
    play.at(0).issue(1)
    play.shown(1)

    expect(play.stay(5, 55).at(59.999).step.kind).to.equal('thinking')
    expect(play.at(60).step).to.include({ kind: 'answering', endsAt: iso(420) })
  })

  it('counts the whole answering time from where the candidate skipped the thinking', () => {
    const play = playInterview()
    play.at(0).issue(1)
    play.shown(1)

    play.at(14).begin(1)
    play.at(20).begin(1)

    expect(play.step).to.include({ kind: 'answering', endsAt: iso(374) })
  })

  it('starts once, however often the phone says shown', () => {
    const play = playInterview()
    play.at(0).issue(1)
    play.shown(1)
    play.at(9).shown(1)

    expect(play.step).to.include({ endsAt: iso(60) })
  })

  it('lets whoever types begin, and an empty autosave not', () => {
    const play = playInterview()
    play.at(0).issue(1)
    play.shown(1)

    play.at(3).draft(1, '')
    expect(play.step.kind).to.equal('thinking')
    play.at(9).draft(1, '先')

    expect(play.step).to.include({ kind: 'answering', endsAt: iso(369) })
  })

  it('keeps a note when a question was sent long before it was shown', () => {
    const play = playInterview()
    play.at(0).issue(1)

    play.at(61).shown(1)

    expect(play.interview.events).to.deep.equal([
      { kind: 'slow-to-show', number: 1, from: startedAt, to: new Date(startedAt.getTime() + 61_000) },
    ])
  })
})

describe('the end of a question', () => {
  it('takes the last autosave as the answer ten seconds after the deadline', () => {
    const play = playInterview()
    play.at(0).reach(1).stay(5, 350).draft(1, '先安抚')
    play.at(352).draft(1, '先安抚，再解释')
    play.stay(355, 370)

    expect(play.at(370).step.kind, 'the grace belongs to what is on its way').to.equal('answering')
    play.at(370.001).sweep()

    expect(play.interview.questions[0]?.answer).to.deep.include({ text: '先安抚，再解释', endedBy: 'time' })
    expect(play.step).to.deep.include({ kind: 'next', number: 2, lastEndedByTime: true })
  })

  it('takes an empty answer when nothing was saved', () => {
    const play = playInterview()
    play.at(0).reach(1).stay(5, 375)

    expect(play.interview.questions[0]?.answer).to.include({ text: '', endedBy: 'time' })
  })

  it('comes out the same whether the sweep or the phone finds it', () => {
    const swept = playInterview()
    swept.at(0).reach(1).stay(5, 365).at(371).sweep()
    swept.at(400).beat()
    const found = playInterview()
    found.at(0).reach(1).stay(5, 365).at(400).beat()

    expect(swept.interview).to.deep.equal(found.interview)
  })

  it('refuses a new edit from then on and gives back what is saved', () => {
    const play = playInterview()
    play.at(0).reach(1).stay(5, 300).draft(1, '保存的')
    play.stay(305, 370)

    expect(play.at(370).draft(1, '最后一刻')).to.equal(undefined)
    expect(play.at(370.001).draft(1, '太晚了')).to.equal('past-deadline')
    expect(play.refusal?.details).to.include({ savedText: '最后一刻' })
    expect(play.submit(1, '也太晚了', { finishedMsAgo: 5_000 })).to.equal('past-deadline')
    expect(play.refusal?.details).to.include({ savedText: '最后一刻' })
  })

  it('lets the phone finish late with what was saved, for that is no new edit', () => {
    const play = playInterview()
    play.at(0).reach(1).stay(5, 300).draft(1, '保存的')
    play.stay(305, 370)

    expect(play.at(371).submit(1, '保存的')).to.equal(undefined)
    expect(play.draft(1, '保存的')).to.equal(undefined)
  })

  it('submits the interview with the last question', () => {
    const play = playInterview()
    for (const [number, second] of [
      [1, 0],
      [2, 20],
      [3, 40],
    ] as const) {
      play.at(second).reach(number)
      play.at(second + 10).submit(number, '答')
    }

    expect(play.interview).to.include({ status: 'submitted' })
    expect(play.step).to.deep.equal({ kind: 'finished', submittedAt: iso(50) })
    expect(play.interview.news).to.deep.equal(['started', 'submitted'])
    expect(play.view).to.include({ minutesLeft: 0, answeredCount: 3 })
  })
})

describe('the pace between questions', () => {
  it('rests for thirty seconds, once thirty more', () => {
    const play = playInterview()
    play.at(0).reach(1).at(10).submit(1, '好')

    expect(play.step).to.deep.equal({
      kind: 'next',
      number: 2,
      restEndsAt: iso(40),
      restExtendable: true,
      lastEndedByTime: false,
    })
    play.at(20).rest()
    play.at(21).rest()

    expect(play.step).to.include({ restEndsAt: iso(70), restExtendable: false })
    expect(play.at(71).step).to.not.have.property('restEndsAt')
  })

  it('may be cut short by asking for the next question', () => {
    const play = playInterview()
    play.at(0).reach(1).at(10).submit(1, '好')

    expect(play.at(12).issue(2)).to.equal(undefined)
    expect(play.step.kind).to.equal('issued')
  })

  it('never sends a question while the one before runs, nor one that does not exist', () => {
    const play = playInterview()

    expect(play.at(0).issue(2)).to.equal('previous-not-ended')
    play.reach(1)
    expect(play.at(5).issue(2)).to.equal('previous-not-ended')
    expect(play.issue(4)).to.equal('not-found')
    expect(play.submit(9, '')).to.equal('not-found')
  })

  it('waits for the phone to ask, however long the candidate is away', () => {
    const play = playInterview()
    play.at(0).reach(1).at(10).submit(1, '好')

    play.at(7_200).sweep()

    expect(play.step).to.deep.equal({ kind: 'next', number: 2, restExtendable: false, lastEndedByTime: false })
    expect(JSON.stringify(play.view)).to.not.contain('同事')
  })

  it('takes no answer to a question that is not on the screen', () => {
    const play = playInterview()

    expect(play.at(0).draft(1, '早')).to.equal('not-shown')
    expect(play.submit(1, '早')).to.equal('not-shown')
    expect(play.shown(1)).to.equal('not-issued')
    play.issue(1)
    expect(play.submit(1, '早')).to.equal('not-shown')
    expect(play.begin(1)).to.equal('not-shown')
  })
})

describe('the window of an interview', () => {
  const closes = { closesAt: new Date(startedAt.getTime() + 100_000) }

  it('closes between two questions and keeps what was answered', () => {
    const play = playInterview(closes)
    play.at(0).reach(1).at(10).submit(1, '好')
    play.issue(2)

    play.at(100.001).sweep()

    expect(play.step).to.deep.equal({ kind: 'abandoned', at: iso(100) })
    expect(play.interview.news).to.include('abandoned')
    expect(play.interview.questions[0]?.answer?.text).to.equal('好')
    expect(play.shown(2)).to.equal('invitation-over')
    expect(play.issue(3)).to.equal('invitation-over')
  })

  it('lets a question that runs come to its end', () => {
    const play = playInterview(closes)
    play.at(0).reach(1).stay(5, 120)

    expect(play.step.kind).to.equal('answering')
    play.at(121).submit(1, '好')

    expect(play.at(122).step).to.deep.equal({ kind: 'abandoned', at: iso(121) })
  })

  it('lets the last question still be submitted', () => {
    const play = playInterview(closes)
    play.at(0).reach(1).submit(1, 'a')
    play.reach(2).submit(2, 'b')
    play.at(95).reach(3).stay(100, 140)

    expect(play.submit(3, '12')).to.equal(undefined)

    expect(play.step.kind).to.equal('finished')
  })
})

describe('an answer', () => {
  it('may be sent again with the same words, with the same outcome', () => {
    const play = playInterview()
    play.at(0).reach(1).at(10).submit(1, '好')
    const before = play.interview.questions

    expect(play.at(11).submit(1, '好')).to.equal(undefined)
    expect(play.submit(1, '好', { key: 'another-key' })).to.equal(undefined)
    expect(play.interview.questions).to.deep.equal(before)
  })

  it('is never replaced by other words', () => {
    const play = playInterview()
    play.at(0).reach(1).at(10).submit(1, '好')

    expect(play.at(11).submit(1, '不好')).to.equal('already-answered')
    expect(play.submit(1, '不好', { key: 'another-key' })).to.equal('already-answered')
    expect(play.draft(1, '不好'), 'a late autosave').to.equal(undefined)
    expect(play.interview.questions[0]?.answer?.text).to.equal('好')
  })

  it('with a number has at most two hundred characters and may be empty', () => {
    const play = playInterview()
    play.at(0).reach(1).submit(1, '')
    play.reach(2).submit(2, '😀'.repeat(2000))
    play.reach(3)

    expect(play.draft(3, '1'.repeat(201))).to.equal('invalid-input')
    expect(play.submit(3, '1'.repeat(201))).to.equal('invalid-input')
    expect(play.refusal?.details).to.deep.equal({ faults: [{ at: 'text', rule: 'maxLength', allowed: 200 }] })
    expect(play.submit(3, '一百二十五元五角')).to.equal(undefined)
  })

  it('counts an emoji as one character', () => {
    const play = playInterview()
    play.at(0).reach(1)

    expect(play.draft(1, '𠮷😀'.repeat(1000))).to.equal(undefined)
    expect(play.draft(1, '𠮷'.repeat(2001))).to.equal('invalid-input')
  })

  it('is not overwritten by an older autosave that was held up on the way', () => {
    const play = playInterview()
    play.at(0).reach(1).draft(1, '新', 7)

    expect(play.at(1).draft(1, '旧', 6)).to.equal(undefined)
    play.at(2).draft(1, '新', 9)
    play.at(3).draft(1, '旧', 8)

    expect(play.step).to.deep.include({ draft: { text: '新', revision: 9, savedAt: iso(2) } })
  })

  it('carries the exact stem to the phone but neither the key nor a question to come', () => {
    const play = playInterview()
    play.at(0).reach(1).submit(1, 'a')
    play.reach(2).submit(2, 'b')
    expect(JSON.stringify(play.view)).to.not.contain('利息')
    play.reach(3)

    expect(play.step).to.have.nested.property('question.stem.zh', '利息是多少元？')
    expect(JSON.stringify(play.view)).to.not.contain('125.50').and.not.contain('interest"').and.not.contain(firstPhone)
  })
})
