import { Binary, BSONRegExp, Decimal128, Long, ObjectId, Timestamp } from 'bson'
import { expect } from 'chai'
import { afterPrefix, compareValues, encodeValue, encodeValues, sameValue } from './value-order.js'

/** MongoDB's order, written down from its manual: types first, then values. */
const inOrder: unknown[] = [
  undefined,
  null,
  NaN,
  -Infinity,
  -3.5,
  -1,
  0,
  0.5,
  1,
  2 ** 53,
  Long.fromString('9007199254740993'),
  1e300,
  Infinity,
  '',
  'a',
  'a\0',
  'a\0b',
  'aa',
  'b',
  'é',
  '招',
  '😀',
  {},
  { a: 1 },
  { a: 1, b: 1 },
  { a: 2 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 1],
  [2],
  ['a'],
  new Binary(Buffer.from('zz'), 0),
  new Binary(Buffer.from('aaa'), 0),
  new ObjectId('000000000000000000000001'),
  new ObjectId('100000000000000000000000'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(1),
  new Timestamp({ t: 1, i: 1 }),
  new Timestamp({ t: 2, i: 0 }),
  new BSONRegExp('a', ''),
  new BSONRegExp('b', 'i'),
]

describe('the order of values', () => {
  it('is that of MongoDB, across types and within them', () => {
    for (const [at, value] of inOrder.entries()) {
      for (const [other, than] of inOrder.entries()) {
        expect(Math.sign(compareValues(value, than)), `${String(value)} beside ${String(than)}`).to.equal(
          Math.sign(at - other),
        )
        expect(Math.sign(Buffer.compare(encodeValue(value), encodeValue(than)))).to.equal(Math.sign(at - other))
      }
    }
  })

  it('takes numbers of different kinds by their value', () => {
    expect(sameValue(3, Long.fromNumber(3))).to.equal(true)
    expect(sameValue(0, -0)).to.equal(true)
    expect(
      compareValues(Long.fromString('9223372036854775807'), Long.fromString('9223372036854775806')),
    ).to.be.greaterThan(0)
  })

  it('minds the order of fields in embedded documents', () => {
    expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).to.equal(false)
  })

  it('turns around for a descending field, and goes on with the next field', () => {
    const keys = [
      ['a', 1],
      ['a', 2],
      ['b', 1],
      ['b', 2],
    ].map((values) => encodeValues(values, [-1, 1]))

    const [a1, a2, b1, b2] = keys as [Buffer, Buffer, Buffer, Buffer]
    expect([a1, a2, b1, b2].sort((x, y) => Buffer.compare(x, y))).to.deep.equal([b1, b2, a1, a2])
  })

  it('refuses decimals, which it could not order exactly', () => {
    expect(() => encodeValue(Decimal128.fromString('0.1')))
      .to.throw()
      .with.property('code', 238)
  })

  it('knows the end of all keys with a prefix', () => {
    expect(afterPrefix(Buffer.from([1, 0xff]))).to.deep.equal(Buffer.from([2]))
    expect(afterPrefix(Buffer.from([1, 2]))).to.deep.equal(Buffer.from([1, 3]))
  })
})
