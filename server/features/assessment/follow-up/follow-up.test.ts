import { expect } from 'chai'
import type { Question, QuestionBankFile } from '../../../../shared/contracts/question-bank.js'
import { bankOf } from '../fixtures/banks.js'
import { scoreAnswer } from '../score-answer.js'
import { nextFollowUp } from './next-follow-up.js'
import { scoreWithFollowUps } from './score-with-follow-ups.js'
import { saysOnlyWe } from '../reading/told-parts.js'
import { wholeAnswer } from './whole-answer.js'

const banks = ['teller', 'account-manager'].map(bankOf)
const [teller] = banks as [QuestionBankFile]
const redLines = teller.redLines ?? []
const named = (id: string): Question => teller.questions.find((one) => one.id === id)!

const asks = (question: Question, ...said: string[]) => nextFollowUp({ question, said, redLines })?.zh ?? 'nothing'
const scored = (question: Question, answer: string, ...toFollowUps: string[]) =>
  scoreWithFollowUps({ question, answer, toFollowUps, redLines })
/** What an example says that earns these points. */
const saying = ({ points }: Question, ...ids: string[]) =>
  points
    .filter(({ id }) => ids.includes(id))
    .map(({ examples }) => examples.find(({ level, text }) => level === 1 && /\p{Script=Han}/u.test(text))!.text)
    .join('')

const queue = named('teller-angry-queue')
const experience = named('teller-team-conflict')

describe('a scene that goes on', () => {
  const everything = saying(queue, 'calm', 'need', 'options', 'time')

  it('is louder with whoever did not calm the customer, and turns to the others with whoever did all', () => {
    expect(asks(queue, saying(queue, 'options', 'time'))).to.contain('客户更大声了')
    expect(asks(queue, everything)).to.contain('旁边排队的另一位客户')
  })

  it('goes on by all that was said, and no further than it was written', () => {
    expect(asks(queue, everything, '请您也坐一会儿，马上就好。')).to.contain('你先给我办了吧')
    expect(asks(queue, everything, saying(queue, 'fair'))).to.contain('业务是办了')
    expect(asks(queue, everything, '马上就好。', '不行，大家都在排队。')).to.equal('nothing')
  })

  it('does not go on with whoever said nothing', () => {
    expect(asks(queue, ' ')).to.equal('nothing')
    expect(asks(queue, everything, '')).to.equal('nothing')
  })

  it('holds nothing against an answer in a language that the rules do not read', () => {
    expect(asks(queue, 'まずお客様にお待たせしたことをお詫びして、ご用件を伺います。')).to.contain(
      '旁边排队的另一位客户',
    )
  })

  it('says the same to the same words, and only what the bank has written', () => {
    const other = structuredClone(teller.questions)
    for (const [at, question] of teller.questions.entries()) {
      if (!question.turns) continue
      const written = question.turns.flatMap(({ replies }) => replies.map(({ says }) => says.zh))
      for (const { examples } of question.points) {
        const says = asks(question, examples[0]!.text)
        expect(written, question.id).to.include(says)
        expect(asks(other[at]!, examples[0]!.text)).to.equal(says)
      }
    }
  }).timeout(60_000)

  it('goes to a person, without a score, when what is said later may cross a red line', () => {
    const login = named('teller-colleague-login')
    const refusal = login.points.map(({ examples }) => examples[0]!.text).join('')

    const later = scored(login, refusal, '等他走了再照着纸条把那几笔录完。')

    expect(scored(login, refusal).status).to.equal('scored')
    expect(later).to.include({ status: 'unscored', reason: 'may-cross' }).and.to.not.have.property('score')
    expect(later.caughtBy?.text).to.equal('等他走了再照着纸条把那几笔录完')
  })
})

describe('a told experience', () => {
  it('is asked for one missing part, in the words of its question', () => {
    expect(asks(experience, saying(experience, 'situation', 'listen', 'result'))).to.equal(
      experience.probes!.action!.zh,
    )
    expect(asks(experience, saying(experience, 'situation', 'listen', 'action'))).to.equal(
      experience.probes!.result!.zh,
    )
  })

  it('is asked for the own part where it says only we', () => {
    expect(asks(experience, '大三的时候我们社团办募捐，我们商量以后改了地点，最后我们募到六千多元。')).to.equal(
      experience.probes!.ownPart!.zh,
    )
    expect(saysOnlyWe('我觉得我们配合得很好，大家一起完成的。')).to.equal(true)
    expect(saysOnlyWe('我们商量以后，我去问了后勤。')).to.equal(false)
    expect(saysOnlyWe('We did it together, and I called the customer.')).to.equal(false)
  })

  it('is asked once, and not at all where nothing is missing', () => {
    expect(asks(experience, saying(experience, 'situation'), '我去问了后勤。')).to.equal('nothing')
    expect(asks(experience, saying(experience, 'situation', 'listen', 'action', 'result', 'reflection'))).to.equal(
      'nothing',
    )
  })
})

describe('what was said to follow-ups', () => {
  it('never lowers a question when it is empty, refuses, or is beside the point', () => {
    const beside = [
      '',
      '   ',
      '没有补充',
      '没有了，谢谢',
      '不想回答',
      '这个我不太清楚',
      'Nothing to add.',
      '床前明月光，疑是地上霜，举头望明月，低头思故乡。',
      '嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯',
    ]
    const items = banks.flatMap(({ questions, redLines: lines = [] }) =>
      questions.filter(({ turns, probes }) => turns ?? probes).map((question) => ({ question, lines })),
    )
    const answers = ({ points }: Question) => [[points[0]!.id], points.map(({ id }) => id)]
    const cases = items.flatMap(({ question, lines }) =>
      answers(question).map((ids) => ({ question, answer: saying(question, ...ids), redLines: lines })),
    )
    for (const one of cases) {
      const alone = scoreAnswer(one).score ?? 0
      for (const said of beside) {
        const together = scoreWithFollowUps({ ...one, toFollowUps: [said] }).score ?? 0
        expect(together, `${one.question.id}: ${said}`).to.be.at.least(alone)
      }
    }
  }).timeout(120_000)

  it('earns what the first answer left out, and quotes it where it was said', () => {
    const [first, later] = [saying(queue, 'calm', 'need'), saying(queue, 'options', 'time')]
    const { text, starts } = wholeAnswer(first, [later])
    const score = scored(queue, first, later)

    expect(score.score).to.be.above(scored(queue, first).score!)
    const spans = score.points.flatMap(({ evidence }) => evidence)
    expect(spans.filter((span) => text.slice(span.start, span.end) !== span.text)).to.deep.equal([])
    expect(spans.filter(({ start, end }) => start < starts[0]! && end > starts[0]!)).to.deep.equal([])
    expect(spans.some(({ start }) => start >= starts[0]!)).to.equal(true)
  })

  it('leaves with a person what was with a person, unless it makes all of it good', () => {
    const own = '我先看看手头这张单子的颜色再挪几个纸箱，把窗帘拉开一半，然后去后院浇花修剪枝条，晚上煮一锅汤。'
    const alone = scored(queue, own)
    expect(alone.status).to.equal('unscored')

    expect(scored(queue, own, '就这样吧。').status).to.equal('unscored')
  })

  it('counts a red line wherever it is crossed', () => {
    const login = named('teller-colleague-login')
    const [does] = [...(login.redLines ?? []), ...redLines].flatMap((line) => line.does)
    const score = scored(login, saying(login, 'refuse', 'why'), does!)

    expect(score).to.include({ reason: 'red-line', score: 1 })
  })
})
