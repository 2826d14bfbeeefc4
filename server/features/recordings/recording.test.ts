import { expect } from 'chai'
import { maxTakeBytes } from '../../../shared/contracts/recordings.js'
import { clipsOf, hasRoom, isWhole, maxPiecesOfTake, mayHold, takesOf, type Piece } from './recording.js'

const piece = (clip: number, number: number, bytes = 10): Piece => ({
  ...{ clip, piece: number, bytes, mark: `${clip}/${number}` },
  ...(number === 1 && { type: 'audio/mpeg' as const }),
})
const told = (...pieces: number[]) => pieces.map((count) => ({ pieces: count, durationMs: count * 1000 }))

describe('what of a recording has arrived', () => {
  const recording = { pieces: [piece(2, 1), piece(1, 3), piece(1, 1), piece(1, 2), piece(2, 3)] }

  it('is played in order up to the first gap, whatever order it came in', () => {
    const clips = clipsOf(recording)

    expect(clips.map(({ playable }) => playable.map((one) => one.piece))).to.deep.equal([[1, 2, 3], [1]])
    expect(clips.map(({ missing }) => missing)).to.deep.equal([0, 1])
    expect(clips.map(({ type }) => type)).to.deep.equal(['audio/mpeg', 'audio/mpeg'])
  })

  it('is held against what the phone told: clips and pieces that never came are missing', () => {
    const clips = clipsOf(recording, told(4, 3, 2))

    expect(clips.map(({ clip, missing, durationMs }) => [clip, missing, durationMs])).to.deep.equal([
      [1, 1, 4000],
      [2, 1, 3000],
      [3, 2, 2000],
    ])
    expect(clips[2]).to.not.have.property('type')
    expect(isWhole(recording, told(3))).to.equal(true)
    expect(isWhole(recording, told(3, 3))).to.equal(false)
    expect(isWhole({ pieces: [] }, told(1))).to.equal(false)
  })

  it('does not count a piece beyond what was told for one that is missing', () => {
    expect(isWhole({ pieces: [piece(1, 2), piece(1, 3)] }, told(2))).to.equal(false)
  })

  it('cannot be played without its first piece, which says what it is', () => {
    expect(clipsOf({ pieces: [piece(1, 2), piece(1, 3)] })).to.deep.equal([
      { clip: 1, playable: [], missing: 1, durationMs: 0 },
    ])
  })

  it('is told to the phone by take, clip and piece', () => {
    expect(
      takesOf([
        { take: 2, pieces: [] },
        { take: 1, pieces: recording.pieces },
      ]),
    ).to.deep.equal({
      takes: [
        {
          take: 1,
          clips: [
            { clip: 1, pieces: [1, 2, 3] },
            { clip: 2, pieces: [1, 3] },
          ],
        },
        { take: 2, clips: [] },
      ],
    })
  })

  it('is bounded in every direction', () => {
    const most = { clip: 40, piece: 600 }
    expect(mayHold(most)).to.equal(true)
    for (const one of ['clip', 'piece'] as const)
      expect(mayHold({ ...most, [one]: most[one] + 1 }), one).to.equal(false)

    expect(hasRoom({ pieces: [], bytes: maxTakeBytes - 10 }, 10)).to.equal(true)
    expect(hasRoom({ pieces: [], bytes: maxTakeBytes - 10 }, 11)).to.equal(false)
    expect(hasRoom({ pieces: Array.from({ length: maxPiecesOfTake }, () => piece(1, 1)), bytes: 0 }, 1)).to.equal(false)
  })
})
