import { expect } from 'chai'
import { parse } from 'yaml'
import { position } from '../../test/builders/data-files.js'
import { writtenInto } from './keep-notes.js'

const text = `# 为谁写的
kind: position
id: teller
title: {zh: 柜员, en: "Bank teller"} # 招聘会上用这个名字
open: true

# 合计 100
weights:
  service: 60 # 最要紧
  numeracy: 40
words: [客户, 服务, 接待, 前台, 客服, 导购, 志愿者, customer, service, reception, volunteer, 客户, 服务, 接待, 前台, 客服, 导购]
rounds:
  # 第一轮
  - id: ai
    weight: 50
  # 张老师来面
  - id: second
    weight: 30 # 去年是 40
  - id: final
    weight: 20
`
interface Content {
  title: { zh: string; en: string }
  open: boolean
  weights: Record<string, number>
  rounds: { id: string; weight: number; name?: string }[]
  [other: string]: unknown
}
const content = () => parse(text) as Content

describe('a form that is written into a text with notes (U26)', () => {
  it('changes the values, and no note, order, quote or line that it does not change', () => {
    const changed = content()
    changed.weights.service = 55
    changed.open = false

    expect(writtenInto(text, changed)).to.deep.equal({
      text: text.replace('service: 60', 'service: 55').replace('open: true', 'open: false'),
      notesLost: 0,
    })
    expect(writtenInto(text, content()).text).to.equal(text)
  })

  it('moves a note with what it is about', () => {
    const changed = content()
    const [ai, second, final] = changed.rounds
    changed.rounds = [ai!, final!, second!]
    const written = writtenInto(text, changed)

    expect(written.notesLost).to.equal(0)
    expect(written.text).to.match(/- id: final[^]*# 张老师来面\n {2}- id: second\n {4}weight: 30 # 去年是 40\n$/)
  })

  it('adds what is new, and says how many notes go with what is taken out', () => {
    const changed = content()
    const [ai, , final] = changed.rounds
    changed.rounds = [ai!, final!, { id: 'extra', weight: 0, name: '加面' }]
    const written = writtenInto(text, changed)

    expect(parse(written.text)).to.deep.equal(changed)
    expect(written.notesLost).to.equal(2)
    expect(written.text).to.contain('# 最要紧').and.not.to.contain('张老师')
  })

  it('writes anew what cannot be changed in place, and counts what is lost', () => {
    const linked = 'a: &one {x: 1} # eins\nb: *one\n'

    expect(writtenInto(linked, { a: { x: 2 }, b: { x: 1 } })).to.deep.equal({
      text: 'a:\n  x: 2\nb:\n  x: 1\n',
      notesLost: 1,
    })
    expect(parse(writtenInto('a: [', position()).text)).to.deep.equal(position())
  })
})
