import { expect } from 'chai'
import { neighboursAmong } from './neighbours.js'
import { Vocabulary } from './vocabulary.js'

const wanted = ['道歉', '客户', '安抚', '登记', '汇报', 'apologise', 'customer', 'report', 'explain', '主管']
const said = [
  '致歉',
  '顾客',
  '安慰',
  '记录',
  '报告',
  'apologize',
  'customers',
  'reported',
  '经理',
  '说明',
  '天气',
  '道歉',
  'x',
]
const likeFrom = 0.4

describe('the vocabulary of a question', () => {
  const vocabulary = new Vocabulary(wanted, likeFrom)

  it('finds the neighbours that a comparison of each word with each finds, asked once or again', () => {
    const plainly = neighboursAmong(said, likeFrom)
    for (let time = 0; time < 2; time += 1) {
      const found = vocabulary.neighboursAmong(said)
      for (const word of wanted) {
        expect(found.inMeaning(word), word).to.deep.equal(plainly.inMeaning(word))
        expect(found.inSpelling(word), word).to.deep.equal(plainly.inSpelling(word))
      }
    }
    expect(wanted.filter((word) => plainly.inMeaning(word).length > 1)).not.to.be.empty
    expect(wanted.filter((word) => plainly.inSpelling(word).length > 0)).not.to.be.empty
  })

  it('knows how near a word comes to any of its own', () => {
    expect(vocabulary.nearest('道歉')).to.equal(1)
    expect(vocabulary.nearest('致歉')).to.be.within(0.5, 0.999)
    expect(vocabulary.nearest('qqq')).to.equal(0)
  })
})
