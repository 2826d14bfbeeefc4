/**
 * Whatever two phones, the network and the clock do in whatever order, some things stay true. Seeded: a failure names its
 * seed. SEQUENCES=10000 for the long run, SEED to start elsewhere.
 */
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'chai'
import { interviewStatuses } from '../../../shared/contracts/interviews.js'
import {
  firstPhone,
  playInterview,
  plannedQuestions,
  questionsThatGoOn,
  secondPhone,
} from '../../../test/builders/interview.js'
import { catchUp, nextTurnAt } from './catch-up.js'
import { msBetween } from './instants.js'
import { currentQuestion, inOrder, questionOf, type Answer, type Interview } from './interview.js'
import { giveBackLimitMs, lateLimitMs } from './limits.js'

const sequences = Number(process.env.SEQUENCES ?? 250)
const firstSeed = Number(process.env.SEED ?? 1)
const actsPerSequence = 120
const everywhere = [
  'abandoned',
  'submitted',
  'cut-off',
  'away',
  'phone-changed',
  'slow-to-show',
  'ended by time',
  'held back',
  'all given back',
  'asked on',
  'asked on twice',
  'left unopened',
]

describe('any sequence of acts', function () {
  this.timeout(Math.max(20_000, sequences * 20))

  it(`keeps its promises (${sequences} sequences from seed ${firstSeed})`, () => {
    const reached = new Set<string>()
    for (let seed = firstSeed; seed < firstSeed + sequences; seed++) {
      try {
        for (const sight of new Sequence(seed).run()) reached.add(sight)
      } catch (error) {
        throw new Error(`seed ${seed}: ${(error as Error).message}`, { cause: error })
      }
    }

    if (sequences >= 500) expect([...reached], 'the sequences go everywhere').to.include.members(everywhere)
  })
})

/** Numbers from 0 to below 1 (mulberry32, public domain). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Request = () => void

class Sequence {
  private readonly chance: () => number
  private readonly play
  private second = 0
  private edits = 0
  private readonly onTheWay: Request[] = []
  /** Text that the server last said yes to, per question. */
  private readonly acknowledged = new Map<number, string>()
  private readonly answers = new Map<number, Answer>()

  constructor(seed: number) {
    this.chance = random(seed)
    const hours = this.pick([0.1, 1, 72])
    const questions = seed % 2 ? questionsThatGoOn() : plannedQuestions()
    this.play = playInterview({ closesAt: new Date(Date.UTC(2026, 10, 25, 10) + hours * 3_600_000), questions })
  }

  /** Plays to the end and tells what it saw. */
  run(): string[] {
    for (let count = 0; count < actsPerSequence; count++) {
      const before = this.play.interview
      this.step()
      this.check(before, this.play.interview)
    }
    return sights(this.play.interview)
  }

  private step(): void {
    this.second += this.pick([
      0,
      0.01,
      1,
      3,
      3,
      5,
      5,
      5,
      14,
      16,
      40,
      61,
      this.chance() < 0.2 ? 361 : 2,
      this.chance() < 0.1 ? 1300 : 4,
    ])
    this.play.at(this.second)
    if (this.chance() < 0.1) return this.play.sweep()

    const request = this.onTheWay.length > 0 && this.chance() < 0.2 ? this.pick(this.onTheWay) : this.newRequest()
    if (this.chance() < 0.3) this.onTheWay.push(request) // arrives later, perhaps again
    if (this.chance() < 0.85) request()
    if (this.chance() < 0.1) request()
  }

  private newRequest(): Request {
    const phone = this.chance() < 0.85 ? this.play.interview.phone.deviceKey : this.pick([firstPhone, secondPhone])
    const current = currentQuestion(this.play.interview)?.number ?? 3
    const number = this.chance() < 0.85 ? current : this.pick([1, 2, 3, 4, 5, 6, 7])
    const send = (act: () => void) => () => {
      this.play.on(phone)
      act()
    }

    return send(
      this.pick<() => Request>([
        () => () => this.play.open({ takeOver: false }),
        () => () => (this.chance() < 0.2 ? this.play.open({ takeOver: true }) : this.play.beat()),
        () => () => this.play.issue(number),
        () => () => this.play.issue(number),
        () => () => this.play.shown(number),
        () => () => this.play.shown(number),
        () => () => this.play.begin(number),
        () => () => this.play.rest(),
        () => () => this.play.beat(this.chance() < 0.9),
        () => () => this.play.beat(),
        () => this.draftOf(phone, number),
        () => this.draftOf(phone, number),
        () => this.submissionOf(phone, number),
      ])(),
    )
  }

  private draftOf(phone: string, number: number): Request {
    const revision = ++this.edits
    const text = this.chance() < 0.2 ? '' : `${revision}`
    return () => {
      const before = questionOf(this.play.interview, number)
      const isNews = !before?.answer && !(before?.draft?.deviceKey === phone && revision <= before.draft.revision)
      const refusal = this.play.draft(number, text, revision)
      if (!refusal && isNews && !questionOf(this.play.interview, number)?.answer) this.acknowledged.set(number, text)
    }
  }

  private submissionOf(phone: string, number: number): Request {
    const text = this.chance() < 0.3 ? (this.acknowledged.get(number) ?? '') : `answer ${++this.edits}`
    const timing = this.chance() < 0.5 ? { finishedMsAgo: Math.floor(this.chance() * 600_000) } : {}
    return () => {
      if (!this.play.submitAskedOn(number, text, timing)) this.acknowledged.set(number, text)
    }
  }

  private check(before: Interview, after: Interview): void {
    this.checkAnswers(after)
    checkOrder(after)
    checkClocks(before, after)
    checkGivenBack(after)
    must(interviewStatuses.indexOf(after.status) >= interviewStatuses.indexOf(before.status), 'a status only moves on')
    this.checkView()
    this.checkTime()
  }

  private checkAnswers(after: Interview): void {
    for (const { number, answer } of inOrder(after)) {
      const first = this.answers.get(number)
      must(!first || isDeepStrictEqual(answer, first), 'an answer never changes')
      if (!answer || first) continue
      must(answer.text === (this.acknowledged.get(number) ?? ''), 'what was acknowledged is the answer')
      must((answer.lateByMs ?? 0) <= lateLimitMs, 'nothing comes later than fifteen minutes')
      this.answers.set(number, answer)
    }
  }

  private checkView(): void {
    const { view, interview } = this.play
    const shown = JSON.stringify(view)
    for (const { stem, issuedAt, expected } of inOrder(interview)) {
      must(issuedAt !== undefined || !shown.includes(stem.zh), 'nothing of a question to come is seen')
      must(!expected || !shown.includes(expected), 'the key is never seen')
    }
  }

  private checkTime(): void {
    const now = new Date(this.play.view.serverNow)
    const caughtUp = catchUp(this.play.interview, now)
    must(catchUp(caughtUp, now) === caughtUp, 'time passes once')
    const turnAt = nextTurnAt(this.play.interview)
    must(
      (turnAt !== undefined && turnAt < now) === (caughtUp !== this.play.interview),
      'the sweep looks exactly when there is something to do',
    )
  }

  private pick<Item>(items: readonly Item[]): Item {
    return items[Math.floor(this.chance() * items.length)]!
  }
}

function sights(interview: Interview): string[] {
  const { status, events, givenBackMs, followUps = [] } = interview
  const answers = inOrder(interview).flatMap(({ answer }) => (answer ? [answer] : []))
  return [
    status,
    ...events.map(({ kind }) => kind),
    ...(answers.some(({ endedBy }) => endedBy === 'time') ? ['ended by time'] : []),
    ...(answers.some(({ lateByMs }) => lateByMs) ? ['held back'] : []),
    ...(givenBackMs === giveBackLimitMs ? ['all given back'] : []),
    ...followUps.map(({ followUp }) => (followUp?.turn === 2 ? 'asked on twice' : 'asked on')),
    ...(followUps.some(({ answer, clock }) => answer && !clock) ? ['left unopened'] : []),
  ]
}

/** Chai is slow where a million things are checked. */
function must(isKept: boolean, promise: string): void {
  if (!isKept) throw new Error(promise)
}

function checkOrder(interview: Interview): void {
  const asked = inOrder(interview)
  for (const [index, { issuedAt, clock, answer, followUp }] of asked.entries()) {
    const before = index === 0 ? new Date(0) : asked[index - 1]?.answer?.at
    must(!issuedAt || (before !== undefined && before <= issuedAt), 'a question is issued after the one before ended')
    must(!clock || (issuedAt !== undefined && issuedAt <= clock.shownAt), 'a question is shown after it was issued')
    const isLeft = followUp !== undefined && answer?.endedBy === 'time' && answer.text === ''
    must(!answer || clock !== undefined || isLeft, 'only what was shown is answered')
  }
}

function checkClocks(before: Interview, after: Interview): void {
  for (const { number, clock, answer, answerSeconds } of inOrder(after)) {
    if (!clock) continue
    must(
      msBetween(clock.thinkingEndsAt, clock.answerEndsAt) === answerSeconds * 1000 + clock.givenBackMs,
      'the whole time is there',
    )
    must(answer?.endedBy !== 'time' || answer.at > clock.answerEndsAt, 'nobody loses a second')
    const old = questionOf(before, number)?.clock
    if (!old) continue
    must(clock.shownAt.getTime() === old.shownAt.getTime(), 'a clock starts once')
    must(
      clock.thinkingEndsAt < old.thinkingEndsAt || clock.answerEndsAt >= old.answerEndsAt,
      'a deadline never shrinks',
    )
  }
}

function checkGivenBack(interview: Interview): void {
  const { givenBackMs, events } = interview
  must(givenBackMs <= giveBackLimitMs, 'at most ten minutes are given back')
  must(
    events.reduce((sum, event) => sum + (event.givenBackMs ?? 0), 0) === givenBackMs,
    'all of it stands in the event list',
  )
  must(
    inOrder(interview).reduce((sum, { clock }) => sum + (clock?.givenBackMs ?? 0), 0) === givenBackMs,
    'all of it went to questions',
  )
}
