/**
 * What must not change a score: who somebody is, where they studied, how they greet, emoji, blanks, the usual slips. Over answers of all
 * five banks that earn a part of the points, where every extra word could show.
 */
import { expect } from 'chai'
import { banks } from './fixtures/banks.js'
import type { Question, QuestionBankFile } from '../../../shared/contracts/question-bank.js'
import { scoreAnswer } from './score-answer.js'

const chinese = /\p{Script=Han}/u
type Way = (answer: string) => string

interface Sample {
  question: Question
  redLines: NonNullable<QuestionBankFile['redLines']>
  answer: string
}

/** Of each kind of question in each bank one, by turns full and middling, so that the whole takes seconds. */
const samples = (inChinese: boolean): Sample[] =>
  banks.flatMap(({ questions, redLines = [] }) =>
    questions
      .filter((_question, index) => index % 5 === 1)
      .map((question, index) => ({ question, redLines, answer: answerTo(question, inChinese, index % 2 === 0) })),
  )

function answerTo({ points }: Question, inChinese: boolean, full: boolean): string {
  const told = points
    .filter((_point, index) => index % 2 === 0)
    .map(({ examples }) => examples.filter(({ level, text }) => level > 0 && chinese.test(text) === inChinese))
    .map((own) => (full ? own.find(({ level }) => level === 1) : own.at(-1))?.text)
  return told.filter(Boolean).join(inChinese ? '' : ' ')
}

const inChinese = samples(true)
const inEnglish = samples(false)

const known = new Map<string, string>()
function scoreOf(sample: Sample, answer: string): string {
  const key = `${sample.question.id} ${answer}`
  const score = known.get(key) ?? freshScoreOf(sample, answer)
  known.set(key, score)
  return score
}

function freshScoreOf({ question, redLines }: Sample, answer: string): string {
  const { status, reason, share, score, flags, points, redLine } = scoreAnswer({ question, answer, redLines })
  const credits = points.map(({ credit }) => credit)
  return JSON.stringify({ status, reason, share, score, flags, credits, line: redLine?.id })
}

function expectSame(all: readonly Sample[], ways: readonly Way[]): void {
  for (const one of all) {
    const [first, ...others] = ways.map((way) => scoreOf(one, way(one.answer)))
    for (const other of others) expect(other, `${one.question.id}: ${one.answer}`).to.equal(first)
  }
}

const asItIs: Way = (answer) => answer
const ahead =
  (words: string): Way =>
  (answer) =>
    words + answer
const behind =
  (words: string): Way =>
  (answer) =>
    answer + words
const swap =
  (from: RegExp, to: string): Way =>
  (answer) =>
    answer.replace(from, to)
const marks = /([，。；：！？])/gu

describe('the same answer gets the same score', function () {
  this.timeout(120_000)

  // Dictionaries, vectors and rubrics are read once, before anything is timed.
  before(() => [...inChinese, ...inEnglish].forEach((one) => scoreOf(one, one.answer)))

  it('from all five banks, in two languages', () => {
    expect(banks).to.have.length(5)
    expect(inChinese.length).to.be.at.least(15)
    expect(inEnglish.every(({ answer }) => answer.length > 20)).to.equal(true)
  })

  it('under any name', () => {
    expectSame(inChinese, [asItIs, ahead('我叫王芳。'), ahead('我叫买买提·艾山，'), behind('我的名字是欧阳娜娜。')])
    expectSame(inEnglish, [asItIs, ahead('My name is Mary Smith. '), ahead('My name is Abdul Karim. ')])
  })

  it('from any school', () => {
    expectSame(inChinese, [asItIs, ahead('我是清华大学毕业的。'), behind('我毕业于江苏第二师范学院。')])
    expectSame(inEnglish, [asItIs, ahead('I studied at Oxford. '), behind(' I graduated from Hebei Normal College.')])
  })

  it('from a man and from a woman, about either', () => {
    expectSame(inChinese, [asItIs, ahead('作为一个男生，'), ahead('作为一个女生，'), swap(/他/gu, '她')])
  })

  it('with and without emoji, wherever they stand', () => {
    expectSame(inChinese, [asItIs, behind('😊👍'), ahead('👩🏽‍💼'), swap(marks, '😊$1'), swap(marks, '$1🙏')])
    expectSame(inEnglish, [asItIs, behind(' 😊'), swap(/([,;.])(?= |$)/gu, '$1🙏')])
  })

  it('padded with blanks and empty lines', () => {
    expectSame(inChinese, [
      asItIs,
      swap(marks, '  $1 　'),
      swap(/。/gu, '。\n\n'),
      ahead('\n \n'),
      swap(/。/gu, '。 ，'),
    ])
    expectSame(inEnglish, [asItIs, swap(/ /gu, '   '), swap(/\. /gu, '.\n\n')])
  })

  it('with and without courtesies', () => {
    expectSame(inChinese, [
      asItIs,
      ahead('各位面试官好，'),
      ahead('尊敬的考官，'),
      behind('以上是我的回答，谢谢各位老师。'),
    ])
    expectSame(inEnglish, [asItIs, ahead('Dear interviewer, '), behind(' Thank you for your time.')])
  })

  it('with a greeting, where none is asked for', () => {
    const asksNone = ({ question }: Sample) =>
      !/您好|你好|大家好|hello|good morning/iu.test(JSON.stringify(question.points))
    const unasked = inChinese.filter(asksNone)

    expect(unasked.length).to.be.at.least(10)
    expectSame(unasked, [asItIs, ahead('您好，'), ahead('你好。')])
    expectSame(inEnglish.filter(asksNone), [asItIs, ahead('Hello, ')])
  })

  it('in traditional characters, in marks of either width, and with the usual slips 帐 and 其它', () => {
    const half: Way = (answer) => answer.replace(/，/gu, ',').replace(/。/gu, '.').replace(/；/gu, ';')

    expectSame(inChinese, [asItIs, half, swap(/账/gu, '帐'), swap(/其他/gu, '其它'), swap(/们/gu, '們')])
  })
})
