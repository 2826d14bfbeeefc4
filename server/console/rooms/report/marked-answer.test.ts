import { expect } from 'chai'
import { runsOf } from './marked-answer.js'

const answer = '我会先道歉，然后带她去机器上办。'
const span = (text: string, within = answer) => ({
  start: within.indexOf(text),
  end: within.indexOf(text) + text.length,
  text,
})
const point = (pointId: string, ...texts: string[]) => ({ pointId, evidence: texts.map((text) => span(text)) })

describe('an answer with its evidence marked', () => {
  it('is cut where quotes begin and end, and loses nothing', () => {
    const runs = runsOf(answer, [point('sorry', '先道歉'), point('lead', '带她去机器上办')])

    expect(runs).to.deep.equal([
      { text: '我会', points: [] },
      { text: '先道歉', points: ['sorry'] },
      { text: '，然后', points: [] },
      { text: '带她去机器上办', points: ['lead'] },
      { text: '。', points: [] },
    ])
  })

  it('marks in a part only what is quoted from it', () => {
    const later = '大概十分钟。'
    const quoted = [
      point('sorry', '先道歉'),
      { pointId: 'time', evidence: [{ start: 20, end: 25, text: '大概十分钟' }] },
    ]

    expect(runsOf(later, quoted, 20)).to.deep.equal([
      { text: '大概十分钟', points: ['time'] },
      { text: '。', points: [] },
    ])
  })

  it('marks overlapping quotes piece by piece, with the points of each', () => {
    const runs = runsOf(answer, [point('a', '先道歉，然后'), point('b', '然后带她'), point('c', '先道歉，然后')])

    expect(runs.filter(({ points }) => points.length > 0)).to.deep.equal([
      { text: '先道歉，', points: ['a', 'c'] },
      { text: '然后', points: ['a', 'b', 'c'] },
      { text: '带她', points: ['b'] },
    ])
    expect(runs.map(({ text }) => text).join('')).to.equal(answer)
  })

  it('counts as the scorer counts: rare characters and emoji are two units', () => {
    const rare = '𬭎先生说👍好'

    const runs = runsOf(rare, [{ pointId: 'p', evidence: [span('先生', rare), span('👍', rare)] }])

    expect(runs.filter(({ points }) => points.length > 0).map(({ text }) => text)).to.deep.equal(['先生', '👍'])
  })

  it('never marks what is not the quoted text', () => {
    const evidence = [
      { start: 2, end: 5, text: '别的话' },
      { start: 40, end: 44, text: '不存在的' },
      { start: 3, end: 3, text: '' },
    ]

    expect(runsOf(answer, [{ pointId: 'p', evidence }])).to.deep.equal([{ text: answer, points: [] }])
    expect(runsOf('', [{ pointId: 'p', evidence }])).to.deep.equal([])
  })
})
