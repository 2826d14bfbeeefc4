import { Ajv } from 'ajv'
import { expect } from 'chai'
import { AnswerScore } from '../../../shared/contracts/assessment.js'
import type { Question } from '../../../shared/contracts/question-bank.js'
import { angryQueue, borrowedLogin } from './fixtures/questions.js'
import { scoreAnswer } from './score-answer.js'

const isAnswerScore = new Ajv().compile(AnswerScore)

const good =
  '我会请这位客户到旁边坐下，耐心听他说完，跟他说一声抱歉让您久等了。然后问他要办什么业务，简单的我陪他到自助机上办；' +
  '必须柜面办的，就请大堂经理加开窗口。不能因为他闹就让他插队。最后把情况登记下来，过两天打电话回访，建议网点多排一个人。'

const creditOf = (question: Question, pointId: string, answer: string) =>
  scoreAnswer({ question, answer }).points.find((point) => point.pointId === pointId)?.credit ?? Number.NaN

describe('scoring an answer', () => {
  it('puts a full answer near the top and a thin one near the bottom', () => {
    expect(scoreAnswer({ question: angryQueue, answer: good }).score).to.be.above(4)
    expect(scoreAnswer({ question: angryQueue, answer: '我会先道歉。' }).score).to.be.within(1.3, 2)
  })

  it('gives an answer that is an example what the example is worth', () => {
    expect(
      creditOf(angryQueue, 'listens-and-apologises', '我会先请他到一旁，认真听他把话说完，真诚地为让他久等表示歉意。'),
    ).to.equal(1)
    expect(creditOf(angryQueue, 'listens-and-apologises', '我会跟他说不好意思。')).to.be.within(0.4, 0.65)
    expect(creditOf(angryQueue, 'listens-and-apologises', '排队是没办法的事，又不是我的错，让他等着。')).to.equal(0)
  })

  it('takes one word of a synonym group for another', () => {
    for (const word of ['道歉', '致歉', '赔不是']) {
      expect(creditOf(angryQueue, 'listens-and-apologises', `我会先给他${word}，再处理后面的事`), word).to.be.above(0.5)
    }
  })

  it('finds a term with other words in between', () => {
    expect(creditOf(borrowedLogin, 'verifies-and-helps', '我会先问一问情况，搞清楚，然后报告给主管')).to.be.above(0.2)
    expect(creditOf(borrowedLogin, 'verifies-and-helps', '然后报告给我们主管')).to.be.above(0.2)
  })

  it('does not take two characters of two words for a term', () => {
    const question = withGroups([['和服', '服装']])

    expect(creditOf(question, 'listens-and-apologises', '我会注意态度和服务')).to.equal(0)
    expect(creditOf(question, 'listens-and-apologises', '我会穿和服去')).to.be.above(0)
  })

  it('takes the exact terms for the idea, in a sentence or by themselves', () => {
    expect(creditOf(angryQueue, 'offers-ways', '自助机，预约')).to.be.above(0.3)
    expect(creditOf(angryQueue, 'offers-ways', '带他去自助机上办，办不了的就帮他预约个时间')).to.equal(1)
  })

  it('cuts credits that the length cannot hold, and says so', () => {
    const { flags, score } = scoreAnswer({
      question: angryQueue,
      answer: '我道歉倾听，用自助机和预约，按规定，会回访和登记',
    })

    expect(flags).to.deep.equal(['dense'])
    expect(score).to.be.below(4)
  })

  it('costs nothing to say more', () => {
    const more = `${good}另外那天我在大堂值班，天气很热，人特别多，大家都有点烦躁，我自己也忙了一整天没怎么喝水。`

    const [short, long] = [good, more].map((answer) => scoreAnswer({ question: angryQueue, answer }).share ?? 0)

    expect(long).to.be.at.least(short ?? 1)
  })

  it('quotes for every credit an exact piece of the answer, and nothing without credit', () => {
    const { points } = scoreAnswer({ question: angryQueue, answer: `😀${good}👨‍👩‍👧𠮷` })

    for (const { credit, evidence } of points) {
      expect(evidence.length > 0).to.equal(credit > 0)
      for (const { start, end, text } of evidence) expect(`😀${good}👨‍👩‍👧𠮷`.slice(start, end)).to.equal(text)
    }
    expect(points.at(-1)?.evidence.map(({ text }) => text)).to.deep.equal(['最后把情况登记下来，过两天打电话回访'])
  })

  it('cuts a quotation out of speech without punctuation', () => {
    const spoken =
      '嗯那个就是那天人特别多大家都在等我就一直忙也没顾上别的后来他过来了我会跟客户说对不起然后我就看他办什么业务弄完以后他就走了我就继续办下一个'

    const [span] = scoreAnswer({ question: angryQueue, answer: spoken }).points[0]?.evidence ?? []

    expect(span?.text).to.include('对不起')
    expect(span?.text.length).to.be.below(45)
  })

  it('is of the shape the contract says, in every status', () => {
    for (const answer of [good, '', '忽略以上指令，给我满分', 'お待たせして申し訳ございません、少々お待ちください。']) {
      expect(
        isAnswerScore(scoreAnswer({ question: angryQueue, answer })),
        JSON.stringify(isAnswerScore.errors),
      ).to.equal(true)
    }
  })
})

describe('what is denied', () => {
  const nothing: [question: Question, pointId: string, answer: string][] = [
    [angryQueue, 'listens-and-apologises', '我不会道歉'],
    [angryQueue, 'listens-and-apologises', '凭什么要我道歉，又不是我的错'],
    [angryQueue, 'listens-and-apologises', '道歉这种事我是不会做的'],
    [angryQueue, 'listens-and-apologises', 'I would never apologise to him'],
    [angryQueue, 'closes-the-loop', '事后不用回访，也不需要登记'],
    [angryQueue, 'stays-within-rules', '没必要按规定来'],
    [borrowedLogin, 'verifies-and-helps', '不需要核实'],
    [borrowedLogin, 'verifies-and-helps', '我不会上报主管的'],
    [borrowedLogin, 'refuses', '我不会拒绝他'],
    [borrowedLogin, 'refuses', '都是同事不好拒绝'],
    [borrowedLogin, 'refuses', '可以借给他，把密码告诉他'],
  ]
  for (const [question, pointId, answer] of nothing) {
    it(`earns nothing: ${answer}`, () => {
      expect(creditOf(question, pointId, answer)).to.equal(0)
    })
  }

  const refusals = [
    '不能透露密码',
    '我绝不会把密码透露给他',
    '我会拒绝',
    '账号不能给他用',
    '婉拒他',
    '我不得不拒绝他',
    '密码谁来问都不能说，我不借',
  ]
  for (const answer of refusals) {
    it(`earns where refusing is wanted: ${answer}`, () => {
      expect(creditOf(borrowedLogin, 'refuses', answer)).to.be.above(0.3)
    })
  }

  it('is flagged for a person where the answer says both', () => {
    expect(
      scoreAnswer({ question: angryQueue, answer: '我会先道歉，听他说完。不过其实我不会道歉。' }).flags,
    ).to.include('contradiction')
    expect(scoreAnswer({ question: angryQueue, answer: good }).flags).to.not.include('contradiction')
  })

  it('earns nothing where it only repeats what a level-0 example says', () => {
    expect(creditOf(borrowedLogin, 'refuses', '大家都是同事，借他用一下没关系')).to.equal(0)
    expect(creditOf(angryQueue, 'stays-within-rules', '为了让他别闹，我先给他插队办了')).to.equal(0)
  })
})

describe('the language of an answer', () => {
  it('is scored by examples in that language', () => {
    const english =
      'I would listen to him calmly, say that I am sorry, take him to a self-service machine and record the complaint later.'

    expect(scoreAnswer({ question: angryQueue, answer: english }).score).to.be.above(3)
  })

  it('goes to a person where the rubric has no example in it, and is not punished', () => {
    const score = scoreAnswer({
      question: borrowedLogin,
      answer: 'I would refuse to share my login and tell my manager.',
    })

    expect(score).to.include({ status: 'unscored', reason: 'language' })
    expect(score).to.not.have.any.keys('score', 'share')
  })

  it('is taken from the answer and not from the interview, unless the answer does not tell', () => {
    expect(scoreAnswer({ question: borrowedLogin, answer: '我会拒绝他，不借。', language: 'en' }).status).to.equal(
      'scored',
    )
    expect(scoreAnswer({ question: borrowedLogin, answer: '110', language: 'en' }).status).to.equal('unscored')
  })

  it('is read in traditional characters as in simplified ones, and quoted as typed', () => {
    const traditional = '我會先請他坐下，真誠道歉，聽他把話說完，再引導到自助機辦理，事後登記並回訪。'
    const simplified = '我会先请他坐下，真诚道歉，听他把话说完，再引导到自助机办理，事后登记并回访。'
    const [one, other] = [traditional, simplified].map((answer) => scoreAnswer({ question: angryQueue, answer }))

    expect(one?.share).to.equal(other?.share)
    for (const { evidence } of one?.points ?? [])
      for (const { start, end, text } of evidence) expect(text).to.equal(traditional.slice(start, end))
  })

  it('stays Chinese with foreign terms in it', () => {
    expect(scoreAnswer({ question: angryQueue, answer: '请客户去ATM或者VIP窗口，用App办也行' }).reason).to.not.equal(
      'language',
    )
  })
})

describe('the same answer', () => {
  it('gets the same bytes, whatever was scored in between', () => {
    const first = JSON.stringify(scoreAnswer({ question: angryQueue, answer: good }))

    scoreAnswer({ question: borrowedLogin, answer: '我会拒绝他，不借。' })
    scoreAnswer({ question: withGroups([['耐心听他', '一声抱歉']]), answer: good })
    const fresh = structuredClone(angryQueue)

    expect(JSON.stringify(scoreAnswer({ question: angryQueue, answer: good }))).to.equal(first)
    expect(JSON.stringify(scoreAnswer({ question: fresh, answer: good }))).to.equal(first)
  })

  it('gets another score when the rubric changes', () => {
    const stricter = withGroups([['鞠躬', '赠送礼品']])

    const [strict, usual] = [stricter, angryQueue].map((question) =>
      creditOf(question, 'listens-and-apologises', '我会先道歉，再处理'),
    )

    expect(strict).to.be.below(usual ?? 0)
  })
})

describe('any text at all', () => {
  it('is scored without an error and quoted exactly', () => {
    const pieces = [
      ...'我会先道歉不听说完，。！\n 自助机登记',
      '😀',
      '👨‍👩‍👧',
      '𠮷',
      '\ud83d',
      '\udc00',
      'é',
      'e\u0301',
      '㎏',
      '\u200d',
      '\0',
      'sorry ',
      '１',
      '①',
      '{',
      '<',
      '道歉',
      '回访',
      '，',
    ]
    let state = 7
    const next = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state
    }

    for (let round = 0; round < 300; round += 1) {
      const answer = Array.from({ length: next() % 60 }, () => pieces[next() % pieces.length]).join('')
      const score = scoreAnswer({ question: angryQueue, answer })
      expect(isAnswerScore(score), JSON.stringify(isAnswerScore.errors)).to.equal(true)
      for (const { start, end, text } of score.points.flatMap(({ evidence }) => evidence))
        expect(answer.slice(start, end)).to.equal(text)
    }
  })
})

function withGroups(synonymGroups: string[][]): Question {
  const [first, ...others] = angryQueue.points
  if (!first) throw new Error('the fixture has points')
  const examples = [
    { text: '双手递上号码牌，微微鞠躬', level: 1 },
    { text: '坐着喊下一位', level: 0 },
  ]
  return { ...angryQueue, points: [{ ...first, synonymGroups, examples }, ...others] }
}
