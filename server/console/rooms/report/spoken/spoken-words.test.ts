import { expect } from 'chai'
import { placedIn } from '../../../../../shared/spoken-words/index.js'
import { placedInCorrected, spokenRuns } from './spoken-words.js'

const text = '我会先道歉，然后带她去 ATM 机上办。'
const word = (spelled: string, startMs: number, confidence?: number) => ({
  text: spelled,
  startMs,
  endMs: startMs + 400,
  ...(confidence !== undefined && { confidence }),
})
const words = [
  word('我会', 200),
  word('先', 700, 0.9),
  word('道歉', 900, 0.4),
  word(' 然后', 2_000),
  word('带她去', 2_600, 0.6),
  word('atm', 3_400, 0.59),
  word('机上办', 4_000),
]
const placed = placedIn(text, words)

describe('the words of a transcript in its text', () => {
  it('stand where they were written, whatever punctuation is between them', () => {
    expect(placed.map(({ start, end }) => text.slice(start, end))).to.deep.equal([
      '我会',
      '先',
      '道歉',
      '然后',
      '带她去',
      'ATM',
      '机上办',
    ])
  })

  it('are left out where the text has them not, or only far away', () => {
    const far = `好${'。'.repeat(30)}先`

    expect(placedIn(text, [word('别的', 1), word('然后', 2)]).map(({ startMs }) => startMs)).to.deep.equal([2])
    expect(placedIn(far, [word('好', 1), word('先', 2)]).map(({ startMs }) => startMs)).to.deep.equal([1])
    expect(placedIn(text, [word(' ', 1)])).to.deep.equal([])
  })

  it('give a quotation the second of its first word', () => {
    const runs = spokenRuns(
      [
        { text: '我会', points: [] },
        { text: '先道歉，', points: ['sorry'] },
        { text: '然后带她去 ATM 机上办。', points: [] },
      ],
      placed,
    )

    expect(runs.map(({ atMs }) => atMs)).to.deep.equal([200, 700, 2_000])
    expect(spokenRuns([{ text, points: [] }], [])[0]).not.to.have.property('atMs')
  })

  it('are marked where they may be misheard, also across a quotation’s end, and nothing is lost', () => {
    const cut = spokenRuns(
      [
        { text: '我会先道', points: ['a'] },
        { text: '歉，然后带她去 ATM 机上办。', points: [] },
      ],
      placed,
    )
    const parts = cut.flatMap((run) => run.parts)

    expect(parts.filter(({ isUnsure }) => isUnsure).map((part) => part.text)).to.deep.equal(['道', '歉', 'ATM'])
    expect(parts.map((part) => part.text).join('')).to.equal(text)
  })
})

describe('the words of a transcript that was corrected', () => {
  it('keep their second only where they stand as they were heard', () => {
    const pieces = [
      { in: 'both' as const, text: '我会先道歉，' },
      { in: 'corrected' as const, text: '马上' },
      { in: 'heard' as const, text: '然后' },
      { in: 'both' as const, text: '带她去 ' },
      { in: 'heard' as const, text: 'ATM 机' },
      { in: 'corrected' as const, text: '柜员机' },
      { in: 'both' as const, text: '上办。' },
    ]
    const corrected = '我会先道歉，马上带她去 柜员机上办。'

    expect(
      placedInCorrected(pieces, words).map(({ start, end, startMs }) => [corrected.slice(start, end), startMs]),
    ).to.deep.equal([
      ['我会', 200],
      ['先', 700],
      ['道歉', 900],
      ['带她去', 2_600],
    ])
  })
})
