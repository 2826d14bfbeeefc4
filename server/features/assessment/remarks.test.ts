import { expect } from 'chai'
import { assessQuestion } from './assess-question.js'
import { angryQueue } from './fixtures/questions.js'
import { suggestionsOf } from './remarks.js'

describe('what there is to practise', () => {
  it('is said of every question, so that what a person reads first leaves the rest', () => {
    const questions = ['one', 'two', 'three', 'four'].map((id) => ({
      kind: 'text' as const,
      question: { ...angryQueue, id },
    }))
    const assessed = questions.map((asked) => {
      const { id } = asked.question
      const text = id === 'four' ? '我会请他坐下，耐心听他说完，跟他道歉说让您久等了。' : ''
      return assessQuestion(asked, { questionId: id, text }, {})
    })

    const said = suggestionsOf(questions, assessed)

    expect(new Set(said.map(({ questionId }) => questionId))).to.have.length(4)
  })
})
