import { expect } from 'chai'
import type { InterviewForCandidate } from '../../shared/contracts/interviews.js'
import { AnswerOutbox, type KeptAnswer, type Outgoing } from './answer-outbox.js'
import { ApiError } from './api-error.js'

type Sent = { draft: string; revision: number } | { answer: string; key: string; finishedMsAgo: number }

const view = {} as InterviewForCandidate
const question = { number: 1, text: '', revision: 0 }

class Bench {
  sent: Sent[] = []
  failing: ApiError | undefined
  stored: KeptAnswer | undefined
  isFull = false
  serverNow = Date.parse('2026-11-22T02:00:00Z')
  keys = 0

  send: Outgoing = {
    saveDraft: async ({ text, revision }) => this.answer({ draft: text, revision }),
    submit: async ({ text, submissionKey, finishedMsAgo }) =>
      this.answer({ answer: text, key: submissionKey, finishedMsAgo }),
  }

  /** A new outbox over the same storage is the app started again. */
  outbox(): AnswerOutbox {
    return new AnswerOutbox({
      send: this.send,
      kept: {
        read: () => this.stored,
        write: (answer) => {
          if (!this.isFull) this.stored = answer
        },
      },
      nowMs: () => this.serverNow,
      newKey: () => `key-${++this.keys}`,
    })
  }

  pass(ms: number): void {
    this.serverNow += ms
  }

  private answer(sent: Sent): InterviewForCandidate {
    this.sent.push(sent)
    if (this.failing) throw this.failing
    return view
  }
}

const offline = new ApiError('offline', 0)

describe('the answer being written', () => {
  let bench: Bench
  let outbox: AnswerOutbox

  beforeEach(() => {
    bench = new Bench()
    outbox = bench.outbox()
    outbox.begin(question)
  })

  it('is saved when it changed, and only then', async () => {
    outbox.edit('我会先请她坐下')
    const first = await outbox.flush()
    const second = await outbox.flush()

    expect([first.kind, second.kind]).to.deep.equal(['saved', 'nothing'])
    expect(bench.sent).to.deep.equal([{ draft: '我会先请她坐下', revision: 1 }])
  })

  it('raises its revision with every edit, so that a late packet cannot win', async () => {
    outbox.edit('一')
    await outbox.flush()
    outbox.edit('一二')
    outbox.edit('一二三')
    await outbox.flush()

    expect(bench.sent).to.deep.equal([
      { draft: '一', revision: 1 },
      { draft: '一二三', revision: 3 },
    ])
  })

  it('is kept while the network is away and goes out when it is back', async () => {
    bench.failing = offline
    outbox.edit('断网时写的')
    const away = await outbox.flush()
    bench.failing = undefined
    const back = await outbox.flush()

    expect([away.kind, back.kind]).to.deep.equal(['kept', 'saved'])
    expect(bench.stored).to.include({ text: '断网时写的', savedRevision: 1 })
  })

  it('survives a killed app, and what was not sent wins over the server’s older draft', () => {
    outbox.edit('没来得及保存 😀')

    const again = bench.outbox().begin({ number: 1, text: '旧的', revision: 0 })

    expect(again).to.include({ text: '没来得及保存 😀', revision: 1, savedRevision: 0 })
  })

  it('gives way to the server’s draft when everything was sent: another phone may have gone on', async () => {
    outbox.edit('这台手机写的')
    await outbox.flush()

    const again = bench.outbox().begin({ number: 1, text: '另一台写的', revision: 40 })

    expect(again).to.include({ text: '另一台写的', revision: 40 })
  })

  it('gives way to the server’s newer draft where the phone was too full to note what came after', async () => {
    outbox.edit('先写的')
    bench.isFull = true
    outbox.edit('先写的，后来又写的')

    expect(bench.outbox().begin({ number: 1, text: '先写的，后来又写的', revision: 2 }).text).to.equal(
      '先写的，后来又写的',
    )
  })

  it('goes out with the same key until the server answered', async () => {
    outbox.edit('答案')
    outbox.finish()
    bench.failing = offline
    await outbox.flush()
    await outbox.flush()
    bench.failing = undefined
    const done = await bench.outbox().flush()

    expect(done.kind).to.equal('submitted')
    expect(bench.sent.map((one) => 'key' in one && one.key)).to.deep.equal(['key-1', 'key-1', 'key-1'])
    expect(bench.stored).to.equal(undefined)
  })

  it('tells how long ago the last edit was on the server’s clock, across a restart too, an hour at most', async () => {
    outbox.edit('答案')
    outbox.finish()
    bench.failing = offline
    bench.pass(90_000)
    await outbox.flush()
    bench.failing = undefined
    bench.sent = []
    await bench.outbox().flush()
    bench.stored = { number: 1, text: '旧', revision: 1, savedRevision: 0, submissionKey: 'k', editedAtMs: 0 }
    await bench.outbox().flush()

    expect(bench.sent).to.deep.equal([
      { answer: '答案', key: 'key-1', finishedMsAgo: 90_000 },
      { answer: '旧', key: 'k', finishedMsAgo: 3_600_000 },
    ])
  })

  it('takes no more edits once it is finished', async () => {
    outbox.edit('答案')
    outbox.finish()
    outbox.edit('改了')
    await outbox.flush()

    expect(bench.sent).to.deep.equal([{ answer: '答案', key: 'key-1', finishedMsAgo: 0 }])
  })

  it('says when the server has another truth', async () => {
    bench.failing = new ApiError('past-deadline', 409)
    outbox.edit('太晚')

    const flushed = await outbox.flush()

    expect(flushed.kind).to.equal('refused')
  })

  it('sends one packet at a time, the newest text last', async () => {
    outbox.edit('一')
    const first = outbox.flush()
    outbox.edit('一二')
    await Promise.all([first, outbox.flush()])

    expect(bench.sent).to.deep.equal([
      { draft: '一', revision: 1 },
      { draft: '一二', revision: 2 },
    ])
  })
})
