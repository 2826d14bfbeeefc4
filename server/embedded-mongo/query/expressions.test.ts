import { Long, ObjectId } from 'bson'
import { expect } from 'chai'
import { compileExpression } from './expressions.js'

const id = new ObjectId()
const doc = {
  _id: id,
  n: 3,
  s: 'ab',
  empty: '',
  nil: null,
  list: [1, 2, 3],
  at: new Date('2026-11-25T16:30:00Z'),
  sub: { a: 1, b: 2 },
}

/** Results from MongoDB's manual and its documented treatment of null, missing and types. */
const cases: [expr: unknown, result: unknown][] = [
  [{ $add: ['$n', 1] }, 4],
  [{ $add: ['$n', null] }, null],
  [{ $add: ['$at', 1000] }, new Date('2026-11-25T16:30:01Z')],
  [{ $subtract: ['$at', '$at'] }, 0],
  [{ $subtract: ['$n', '$missing'] }, null],
  [{ $multiply: ['$n', 2] }, 6],
  [{ $divide: ['$n', 2] }, 1.5],
  [{ $mod: [-7, 3] }, -1],
  [{ $round: [2.5] }, 2],
  [{ $round: [3.5] }, 4],
  [{ $round: [1.25, 1] }, 1.2],
  [{ $abs: -2 }, 2],
  [{ $floor: 1.9 }, 1],
  [{ $ceil: '$nil' }, null],
  [{ $eq: ['$n', 3] }, true],
  [{ $eq: ['$missing', null] }, false],
  [{ $lt: [1, 'a'] }, true],
  [{ $gt: ['$nil', 1] }, false],
  [{ $cmp: [2, 1] }, 1],
  [{ $eq: ['$_id', id] }, true],
  [{ $in: [2, '$list'] }, true],
  [{ $eq: ['$sub', { b: 2, a: 1 }] }, false],
  [{ $and: [] }, true],
  [{ $or: [] }, false],
  [{ $not: ['$empty'] }, false],
  [{ $not: ['$nil'] }, true],
  [{ $and: ['$empty', 1] }, true],
  [{ $cond: ['$empty', 'yes', 'no'] }, 'yes'],
  [{ $cond: { if: { $gte: ['$n', 5] }, then: 1, else: 2 } }, 2],
  [{ $cond: [0, 1, 2] }, 2],
  [{ $ifNull: ['$missing', '$nil', 'x'] }, 'x'],
  [{ $ifNull: [0, 1] }, 0],
  [{ $switch: { branches: [{ case: { $eq: ['$n', 3] }, then: 'three' }], default: 'other' } }, 'three'],
  [{ $concat: ['$s', '-', 'c'] }, 'ab-c'],
  [{ $concat: ['$s', '$missing'] }, null],
  [{ $toUpper: '$s' }, 'AB'],
  [{ $toLower: '$nil' }, ''],
  [{ $size: '$list' }, 3],
  [{ $arrayElemAt: ['$list', -1] }, 3],
  [{ $arrayElemAt: ['$list', 9] }, undefined],
  [{ $isArray: '$list' }, true],
  [{ $first: '$list' }, 1],
  [{ $last: '$list' }, 3],
  [{ $concatArrays: ['$list', [4]] }, [1, 2, 3, 4]],
  [{ $filter: { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } } }, [2, 3]],
  [{ $map: { input: '$list', as: 'x', in: { $add: ['$$x', '$n'] } } }, [4, 5, 6]],
  [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
  [{ $let: { vars: { x: 2 }, in: { $multiply: ['$$x', '$n'] } } }, 6],
  [{ $mergeObjects: ['$sub', { b: 3 }] }, { a: 1, b: 3 }],
  [
    { $objectToArray: '$sub' },
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
  ],
  [{ $toUpper: ['$s'] }, 'AB'],
  [{ $isArray: ['$list'] }, true],
  [{ $first: ['$list'] }, 1],
  [{ $first: '$nil' }, null],
  [{ $literal: '$n' }, '$n'],
  [{ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M' } }, '2026-11-25 16:30'],
  [{ $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: '+08:00' } }, '2026-11-26'],
  [{ $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' } }, '2026-11-26'],
  [{ $dateToString: { date: '$missing', format: '%Y' } }, null],
  ['$sub.a', 1],
  ['$missing.x', undefined],
  ['$$ROOT.n', 3],
  [
    { a: '$n', b: { c: '$s' } },
    { a: 3, b: { c: 'ab' } },
  ],
]

describe('an expression', () => {
  for (const [expr, result] of cases) {
    it(`${JSON.stringify(expr)} gives ${JSON.stringify(result)}`, () => {
      expect(compileExpression(expr)(doc)).to.deep.equal(result)
    })
  }

  const refused: [expr: unknown, code: number][] = [
    [{ $function: { body: 'x', args: [], lang: 'js' } }, 168],
    [{ $toDecimal: '$n' }, 168],
    [{ $add: ['$s', 1] }, 14],
    [{ $divide: [1, 0] }, 2],
    [{ $size: '$n' }, 2],
    [{ $add: [Long.fromString('9007199254740993'), 1] }, 238],
    [{ $add: 1, $subtract: 2 }, 2],
    ['$$nobody', 2],
  ]
  for (const [expr, code] of refused) {
    it(`refuses ${JSON.stringify(expr)} with ${code}`, () => {
      expect(() => compileExpression(expr)(doc))
        .to.throw()
        .with.property('code', code)
    })
  }
})
