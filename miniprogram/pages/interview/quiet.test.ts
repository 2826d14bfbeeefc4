import { expect } from 'chai'
import { InterviewPhone } from '../../../test/builders/interview-phone.js'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { plainer, questionsThatGoOn, questionsToSpeak } from '../../../test/fakes/candidate-samples.js'
import { fakeInterview } from '../../../test/fakes/fake-interview.js'
import { toView } from './interview-view.js'

describe('somebody who falls silent', () => {
  let bench: InterviewPhone

  const start = async (questions = questionsToSpeak()) => {
    bench = new InterviewPhone()
    bench.server = fakeInterview(() => bench.now, questions)
    await bench.runner.shown()
    await bench.runner.start()
    await bench.runner.next()
  }
  const view = () => toView(bench.runner.state, frameAt(), bench.now)
  const asks = () => bench.asked.filter((act) => act === 'simpler').length

  it('while speaking is shown plainer words once, by itself, and the recording and its clock go on', async () => {
    await start()
    await bench.toRecording()
    await bench.pass(18_000)
    expect([asks(), view().question.simpler]).to.deep.equal([0, ''])
    await bench.pass(4_000)

    expect(view().question.simpler).to.equal(`换个问法：${plainer.zh}`)
    expect([bench.recorder.isRunning, view().screen]).to.deep.equal([true, 'voice'])
    await bench.pass(40_000)
    expect(asks()).to.equal(1)
  })

  it('is nobody who speaks', async () => {
    await start()
    await bench.toRecording()
    await bench.say(40)

    expect(asks()).to.equal(0)
  })

  it('is nobody whose recorder stands still for a call', async () => {
    await start()
    await bench.toRecording()
    await bench.say(5)
    bench.recorder.call()
    await bench.pass(40_000)

    expect(asks()).to.equal(0)
  })

  it('while writing is offered a button and asked nothing', async () => {
    await start(questionsThatGoOn())
    await bench.runner.begin()
    await bench.runner.edit('先')
    await bench.pass(12_000)
    expect(view().question.asksSimpler).to.equal('换个好懂的说法')
    await bench.pass(10_000)
    expect(view().question.asksSimpler).to.equal('卡住了也没关系：换个简单点的问法')
    expect(asks()).to.equal(0)
    await bench.runner.edit('先安抚')
    await bench.pass(1_000)
    expect(view().question.asksSimpler).to.equal('换个好懂的说法')
    await bench.runner.simpler()

    expect(view().question).to.include({ simpler: `换个问法：${plainer.zh}`, asksSimpler: '' })
  })

  it('where the position does not offer it keeps the button that is always there', async () => {
    const [first, ...others] = questionsToSpeak()
    await start([{ ...first!, simplerLeft: {} }, ...others])
    await bench.toRecording()
    await bench.pass(60_000)

    expect([asks(), view().question.asksSimpler]).to.deep.equal([0, '换个好懂的说法'])
  })
})
