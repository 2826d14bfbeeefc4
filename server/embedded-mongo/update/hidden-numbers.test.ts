import { Binary, Code, Double, Int32, Long, ObjectId } from 'bson'
import { expect } from 'chai'
import { encodeDoc } from '../doc.js'
import { hidesNumberTypes } from './hidden-numbers.js'

describe('what hides number types', () => {
  const plain = {
    _id: new ObjectId(),
    text: '王😀\0x',
    empty: '',
    bytes: new Binary(Buffer.from([1, 0, 2])),
    list: [1, 'a', null, { at: new Date(5), yes: true }],
    int: new Int32(3),
    double: 0.5,
    nan: NaN,
  }

  it('is no document of texts, dates, bytes, 32-bit integers and fractions', () => {
    expect(hidesNumberTypes(encodeDoc(plain))).to.equal(false)
    expect(hidesNumberTypes(encodeDoc({}))).to.equal(false)
  })

  for (const [what, value] of Object.entries({
    'a 64-bit integer': Long.fromNumber(3),
    'a double with an integral value': new Double(3),
    'a negative zero': -0,
    'a type that is seldom here': new Code('x'),
  })) {
    it(`is ${what}, first, last or deep inside`, () => {
      expect(hidesNumberTypes(encodeDoc({ value, ...plain }))).to.equal(true)
      expect(hidesNumberTypes(encodeDoc({ ...plain, value }))).to.equal(true)
      expect(hidesNumberTypes(encodeDoc({ ...plain, list: [[{ value }]], last: 'x' }))).to.equal(true)
    })
  }

  it('is found at its place in a larger buffer', () => {
    const raw = encodeDoc({ n: 1 })
    const within = Buffer.concat([Buffer.alloc(3, 0x12), raw]).subarray(3)
    expect(hidesNumberTypes(within)).to.equal(false)
  })
})
