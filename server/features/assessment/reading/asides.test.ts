import { expect } from 'chai'
import { question } from '../../../../test/builders/data-files.js'
import { asidesIn } from './asides.js'
import { readText } from './read-text.js'

const isAside = (clause: string, of = question()) => asidesIn(readText(clause), of).has(0)

describe('a clause about the person and not about the question', () => {
  for (const clause of [
    '我叫王芳',
    '我叫欧阳娜娜',
    '我叫买买提·艾山',
    '我叫 Mary Smith',
    '本人叫李国强',
    '我姓赵',
    '我是清华大学毕业的',
    '我是江苏第二师范学院金融专业的应届毕业生',
    '本科毕业于南京大学',
    '各位面试官大家好',
    '谢谢各位老师的聆听',
    '以上是我的回答',
    'My name is Abdul Karim',
    'I graduated from Hebei Normal College',
    'Thank you very much for your time',
    '您好',
  ])
    it(`is “${clause}”`, () => {
      expect(isAside(clause)).to.equal(true)
    })

  for (const clause of [
    '我叫主管过来',
    '我叫同事',
    '我叫保安',
    '我叫高管来',
    '我叫他别着急',
    '我马上叫人',
    '我是在大学里带过团队的',
    '我在学校组织过募捐',
    '我是支行的客户经理小王',
    '谢谢您愿意告诉我',
    '感谢您的信任',
    '我跟客户说您好请坐',
    'I thank him for waiting',
    'This is Wang from the branch',
  ])
    it(`is not “${clause}”`, () => {
      expect(isAside(clause)).to.equal(false)
    })

  it('is no greeting where the rubric asks for one', () => {
    const letter = question()
    letter.points[0]!.examples.push({ text: '您好，贷款结果出来了。', level: 1 })

    expect(isAside('您好', letter)).to.equal(false)
    expect(isAside('我叫王芳', letter)).to.equal(true)
  })
})
