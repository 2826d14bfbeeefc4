import { expect } from 'chai'
import { frameAt } from '../../../test/builders/miniprogram-frame.js'
import { InterviewPhone } from '../../../test/builders/interview-phone.js'
import { questionsThatGoOn } from '../../../test/fakes/candidate-samples.js'
import { fakeInterview } from '../../../test/fakes/fake-interview.js'
import { runningQuestionOf } from '../invitation/invitation-state.js'
import { toView } from './interview-view.js'

describe('a follow-up on the phone', () => {
  let bench: InterviewPhone

  beforeEach(async () => {
    bench = new InterviewPhone()
    bench.server = fakeInterview(() => bench.now, questionsThatGoOn())
    await bench.runner.shown()
    await bench.runner.start()
    await bench.runner.next()
  })

  const view = () => toView(bench.runner.state, frameAt(), bench.now)
  async function answerFirst(): Promise<void> {
    await bench.runner.begin()
    await bench.runner.edit('先安抚')
    await bench.runner.finish()
  }

  it('is announced before its time runs, as part of its question, and waits for a tap', async () => {
    await answerFirst()

    expect(view()).to.include({ screen: 'rest', title: '第 1 题，共 2 题', secondary: '' })
    expect(view().primary.label).to.equal('看追问')
    expect(view().ring.guide).to.equal('对方接着说话了。\n可以不答，不会因此扣分。')
    expect(view().progress).to.include({ count: 2, done: 0, part: 80, line: '追问 1 · 约还需 8 分钟 · 已自动保存' })
    await bench.pass(60_000)
    expect(view().screen).to.equal('rest')
  })

  it('shows what was said and what the question was', async () => {
    await answerFirst()
    await bench.runner.next()

    expect(view()).to.include({ screen: 'thinking', title: '第 1 题，共 2 题', secondary: '没有补充，跳过' })
    expect(view().question.tag).to.equal('追问 1 · 客户服务')
    expect(view().question.stem).to.contain('那我还要等多久')
    expect(view().question.after).to.contain('原题：排队半小时的客户')
    expect(view().announcement).to.contain('追问 1')
    expect(runningQuestionOf(bench.server.view())).to.include({ number: 1 })
  })

  it('may be skipped without a question about it', async () => {
    await answerFirst()
    await bench.runner.next()
    await bench.runner.skip()

    expect(bench.server.answers).to.deep.equal(['先安抚', ''])
    expect(view()).to.include({ screen: 'rest', title: '第 2 题，共 2 题' })
  })

  it('is sent with one tap, empty or not, and says which', async () => {
    await answerFirst()
    await bench.runner.next()
    await bench.runner.begin()
    expect(view().primary.label).to.equal('没有补充，跳过')
    await bench.runner.edit('大概十分钟')
    expect(view().primary.label).to.equal('回答完毕')
    await bench.runner.finish()

    expect(bench.server.answers).to.deep.equal(['先安抚', '大概十分钟'])
  })

  it('is kept on the phone like any answer', async () => {
    await answerFirst()
    await bench.runner.next()
    await bench.runner.begin()
    await bench.runner.edit('大概')
    bench.isOnline = false
    await bench.pass(5_000)
    bench.runner = bench.phone('phone-one')
    bench.isOnline = true
    await bench.runner.shown()
    await bench.runner.start()

    expect(bench.runner.state.typed).to.include({ number: 3, text: '大概' })
  })

  it('leads nobody on who let it run out', async () => {
    await answerFirst()
    await bench.runner.next()
    await bench.runner.begin()
    await bench.pass(260_000)

    expect(view()).to.include({
      screen: 'rest',
      title: '第 2 题，共 2 题',
      notice: '上一题时间到了，你的回答都已保存。',
    })
  })

  it('puts a question in plainer words for whoever asks, once', async () => {
    expect(view().question).to.include({ simpler: '', asksSimpler: '换个好懂的说法' })
    await bench.runner.simpler()
    expect(view().question.simpler).to.contain('客户等久了')
    expect(view().question.asksSimpler).to.equal('')
    await answerFirst()
    await bench.runner.next()

    expect(view().question).to.include({ simpler: '', asksSimpler: '' })
  })
})
