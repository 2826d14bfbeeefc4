import { expect } from 'chai'
import { InterviewPhone } from '../../../test/builders/interview-phone.js'
import { questions } from '../../../test/fakes/candidate-samples.js'
import { fakeInterview } from '../../../test/fakes/fake-interview.js'

describe('running an interview on a phone', () => {
  let bench: InterviewPhone
  const kind = () => bench.runner.state.interview?.step.kind

  beforeEach(async () => {
    bench = new InterviewPhone()
    await bench.runner.shown()
    await bench.runner.start()
  })

  const toAnswering = async () => {
    await bench.runner.next()
    await bench.runner.begin()
  }

  it('starts a question’s clock only after the question is on the screen', async () => {
    await bench.runner.next()

    expect(bench.asked).to.deep.equal(['interviews', 'issue', 'shown'])
    expect(kind()).to.equal('thinking')
  })

  it('does not show a question to a phone that lies face down', async () => {
    await bench.runner.hidden()
    await bench.runner.next()
    expect(kind()).to.equal('issued')

    await bench.runner.shown()

    expect(kind()).to.equal('thinking')
  })

  it('goes from thinking to answering when the time is up', async () => {
    await bench.runner.next()

    await bench.pass(61_000)

    expect(kind()).to.equal('answering')
  })

  it('saves every three seconds what was typed', async () => {
    await toAnswering()
    await bench.runner.edit('我会先请她坐下')

    await bench.pass(3_500)

    expect(bench.server.step).to.nested.include({ 'draft.text': '我会先请她坐下' })
    expect(bench.runner.state.saving).to.equal('saved')
  })

  it('saves at once when the page goes to the background, and says so to the server', async () => {
    await toAnswering()
    await bench.runner.edit('接个电话')

    await bench.runner.hidden()

    expect(bench.server.step).to.nested.include({ 'draft.text': '接个电话' })
    expect(bench.asked.slice(-2)).to.deep.equal(['draft', 'heartbeat'])
    expect(bench.timers.size).to.equal(0)
  })

  for (const [name, setMs] of [
    ['7 minutes forward', 420_000],
    ['an hour forward', 3_600_000],
    ['a day forward', 86_400_000],
    ['a day back', -86_400_000],
  ] as const)
    it(`keeps a question open and saves on when the phone’s clock is set ${name}`, async () => {
      await toAnswering()
      await bench.runner.edit('写到一半')
      bench.clockSetMs = setMs
      await bench.pass(4_000)
      await bench.runner.edit('写到一半，接着写')
      await bench.pass(4_000)

      expect(bench.server.answers).to.deep.equal([])
      expect(kind()).to.equal('answering')
      expect(bench.server.step).to.nested.include({ 'draft.text': '写到一半，接着写' })
    })

  it('ends a question at the server’s time when the phone slept past its own', async () => {
    await toAnswering()
    await bench.runner.edit('写到一半')
    await bench.pass(3_500)
    bench.now += 400_000
    await bench.pass(1_500)

    expect(bench.server.answers).to.deep.equal(['写到一半'])
    expect(kind()).to.equal('next')
  })

  it('asks once before an empty answer goes out', async () => {
    await toAnswering()
    await bench.runner.finish()
    expect(bench.runner.state.asksBeforeSending).to.equal('empty')
    expect(bench.server.answers).to.deep.equal([])

    await bench.runner.finish()

    expect(bench.server.answers).to.deep.equal([''])
  })

  it('asks once before a number goes out that cannot be read, and sends it as it was typed', async () => {
    const counted = { ...questions[1]!, number: 1 }
    bench = new InterviewPhone()
    bench.server = fakeInterview(() => bench.now, [counted])
    await bench.runner.shown()
    await bench.runner.start()
    await toAnswering()
    await bench.runner.edit('550或560')
    await bench.runner.finish()
    expect(bench.runner.state.asksBeforeSending).to.equal('unread-number')
    expect(bench.server.answers).to.deep.equal([])

    await bench.runner.finish()

    expect(bench.server.answers).to.deep.equal(['550或560'])
  })

  it('hands in the last words at the deadline, also those of the last second', async () => {
    await toAnswering()
    await bench.pass(359_000)
    await bench.runner.edit('最后一秒写的')

    await bench.pass(2_000)

    expect(bench.server.answers).to.deep.equal(['最后一秒写的'])
    expect(bench.runner.state.endedByTime).to.equal(1)
  })

  it('hands them in even when the server had moved on before the phone noticed', async () => {
    await toAnswering()
    await bench.pass(358_000)
    await bench.runner.edit('写完手机就睡着了')
    bench.now += 4_000

    await bench.pass(6_000)

    expect(bench.server.answers).to.deep.equal(['写完手机就睡着了'])
    expect(bench.stored).to.equal(undefined)
  })

  it('hands in a draft that came too late as the answer it was in time', async () => {
    await toAnswering()
    await bench.pass(358_000)
    await bench.runner.edit('存得太晚的草稿')
    bench.now += 4_000

    await bench.runner.hidden()

    expect(bench.server.answers).to.deep.equal(['存得太晚的草稿'])
  })

  it('brings the next question by itself after a rest, but leads nobody on who let the last one run out', async () => {
    await toAnswering()
    await bench.runner.edit('答完')
    await bench.runner.finish()
    await bench.pass(31_000)
    expect(kind(), 'after an answer').to.equal('thinking')

    const other = new InterviewPhone()
    await other.runner.shown()
    await other.runner.start()
    await other.runner.next()
    await other.pass(60_000 + 360_000 + 60_000)

    expect(other.runner.state.interview?.step.kind, 'after nothing').to.equal('next')
  })

  it('rests longer when asked', async () => {
    await toAnswering()
    await bench.runner.edit('答完')
    await bench.runner.finish()
    await bench.runner.restLonger()

    await bench.pass(45_000)

    expect(kind()).to.equal('next')
  })

  it('keeps what is written without a network and sends it when the network is back', async () => {
    await toAnswering()
    bench.isOnline = false
    await bench.runner.edit('断网时写的')
    await bench.pass(10_000)
    expect(bench.runner.state).to.include({ isOnline: false, saving: 'kept' })

    bench.isOnline = true
    await bench.runner.connection(true)

    expect(bench.runner.state.isOnline).to.equal(true)
    expect(bench.server.step).to.nested.include({ 'draft.text': '断网时写的' })
  })

  it('ends nothing by its own clock while it is offline: lost time is given back', async () => {
    await toAnswering()
    await bench.runner.edit('写着')
    bench.isOnline = false
    await bench.pass(400_000)

    expect(bench.stored).to.include({ text: '写着' }).and.to.not.have.property('submissionKey')
    expect(bench.runner.state.endedByTime).to.equal(0)
  })

  it('hands a finished answer in once the network is back, and takes no edits meanwhile', async () => {
    await toAnswering()
    await bench.runner.edit('断网前想好的')
    bench.isOnline = false
    await bench.runner.finish()
    await bench.runner.edit('改主意')
    expect(bench.runner.state.isFinishing).to.equal(true)

    bench.isOnline = true
    await bench.pass(4_000)

    expect(bench.server.answers).to.deep.equal(['断网前想好的'])
  })

  it('goes on with what was not sent after the app was killed', async () => {
    await toAnswering()
    bench.isOnline = false
    await bench.runner.edit('被杀掉之前写的')
    bench.timers.clear()

    bench.isOnline = true
    const again = bench.phone('phone-one')
    await again.start()

    expect(again.state.typed).to.include({ start: '被杀掉之前写的' })
  })

  it('asks before it takes over from another phone, and that phone is told', async () => {
    await toAnswering()
    await bench.runner.edit('第一台写的')
    await bench.pass(3_500)
    const second = bench.phone('phone-two')
    await second.start()
    expect(second.state.otherPhone).to.equal('ask')

    await second.takeOver()
    await bench.pass(5_500)

    expect(second.state.interview?.step.kind).to.equal('answering')
    expect(second.state.typed.start).to.equal('第一台写的')
    expect(bench.runner.state.otherPhone).to.equal('took-over')
  })

  it('does not come back by itself to an interview that another phone took', async () => {
    await toAnswering()
    const second = bench.phone('phone-two')
    await second.takeOver()
    await bench.pass(5_500)
    await bench.runner.hidden()
    await bench.runner.shown()
    expect(bench.timers.size).to.equal(0)
    expect(bench.runner.state.otherPhone).to.equal('took-over')

    await bench.runner.takeOver()

    expect(bench.runner.state.otherPhone).to.equal('none')
    expect(kind()).to.equal('answering')
  })

  it('leads to the status page after the last answer, once', async () => {
    await toAnswering()
    await bench.runner.edit('第一题')
    await bench.runner.finish()
    await bench.runner.next()
    await bench.runner.begin()
    for (const key of ['5', '5', '0']) await bench.runner.key(key)
    await bench.runner.finish()
    await bench.pass(6_000)

    expect(bench.server.answers).to.deep.equal(['第一题', '550'])
    expect(bench.finished).to.equal(1)
  })

  it('stays on the page and says what is safe when it cannot even start', async () => {
    const cut = new InterviewPhone()
    cut.isOnline = false

    await cut.runner.start()

    expect(cut.runner.state).to.include({ phase: 'failed', failure: 'offline' })
  })
})
