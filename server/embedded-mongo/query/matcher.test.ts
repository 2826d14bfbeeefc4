import { BSONRegExp, Long, ObjectId } from 'bson'
import { expect } from 'chai'
import type { Doc } from '../doc.js'
import { compileFilter } from './matcher.js'

const id = new ObjectId()

/** filter, documents that match, documents that do not: MongoDB's documented behaviour. */
const cases: [what: string, filter: Doc, yes: Doc[], no: Doc[]][] = [
  ['equality', { a: 1 }, [{ a: 1 }, { a: Long.fromNumber(1) }, { a: [2, 1] }], [{}, { a: '1' }, { a: [[1]] }]],
  ['null and missing', { a: null }, [{}, { a: null }, { a: [null] }], [{ a: 0 }, { a: [] }]],
  ['a whole array', { a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }, { a: [1] }]],
  ['a whole document', { a: { b: 1 } }, [{ a: { b: 1 } }], [{ a: { b: 1, c: 1 } }]],
  [
    'dotted paths through arrays',
    { 'a.b': 2 },
    [{ a: { b: 2 } }, { a: [{ b: 1 }, { b: 2 }] }],
    [{ a: [[{ b: 2 }]] }, { a: 2 }],
  ],
  ['an index in a path', { 'a.1': 5 }, [{ a: [0, 5] }, { a: { 1: 5 } }], [{ a: [5, 0] }]],
  [
    '$gt within a type',
    { a: { $gt: 1 } },
    [{ a: 2 }, { a: [0, 9] }],
    [{ a: 1 }, { a: '2' }, { a: null }, {}, { a: NaN }],
  ],
  ['$gte null', { a: { $gte: null } }, [{}, { a: null }], [{ a: 1 }]],
  ['$lte NaN', { a: { $lte: NaN } }, [{ a: NaN }], [{ a: 1 }]],
  ['$ne', { a: { $ne: 1 } }, [{}, { a: 2 }], [{ a: 1 }, { a: [1, 2] }]],
  [
    '$in with null and a regex',
    { a: { $in: [null, 3, new BSONRegExp('^x')] } },
    [{}, { a: 3 }, { a: 'xy' }, { a: [3] }],
    [{ a: 'yx' }],
  ],
  ['$in of an empty list', { a: { $in: [] } }, [], [{}, { a: 1 }]],
  ['$nin', { a: { $nin: [1, null] } }, [{ a: 2 }], [{ a: 1 }, {}]],
  ['$exists', { a: { $exists: true } }, [{ a: null }, { a: [] }], [{}]],
  ['$exists false', { 'a.b': { $exists: false } }, [{}, { a: [] }, { a: 1 }], [{ a: [{ b: 1 }, {}] }]],
  ['$not', { a: { $not: { $gt: 1 } } }, [{}, { a: 1 }, { a: 'x' }], [{ a: 2 }]],
  ['$all', { a: { $all: [1, 2] } }, [{ a: [2, 1, 3] }], [{ a: [1] }, { a: 1 }]],
  ['$all of an empty list', { a: { $all: [] } }, [], [{ a: [] }]],
  [
    '$elemMatch on documents',
    { a: { $elemMatch: { b: 1, c: 2 } } },
    [{ a: [{ b: 1, c: 2 }] }],
    [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
  ],
  [
    '$elemMatch on values',
    { a: { $elemMatch: { $gt: 1, $lt: 3 } } },
    [{ a: [0, 2] }],
    [{ a: [0, 4] }, { a: [[2]] }, { a: 2 }],
  ],
  ['two bounds met by two elements', { a: { $gt: 5, $lt: 3 } }, [{ a: [1, 9] }], [{ a: [4] }]],
  ['$size', { a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [1] }, { a: 2 }]],
  ['$type', { a: { $type: ['string', 'objectId'] } }, [{ a: 'x' }, { a: id }, { a: [1, 'x'] }], [{ a: 1 }, {}]],
  ['$regex', { a: { $regex: '^王', $options: 'i' } }, [{ a: '王小明' }], [{ a: '小王' }, { a: 1 }]],
  [
    '$or, $and, $nor',
    { $or: [{ a: 1 }, { $and: [{ a: 2 }, { $nor: [{ b: 1 }] }] }] },
    [{ a: 1 }, { a: 2 }],
    [{ a: 2, b: 1 }, {}],
  ],
  ['$expr', { $expr: { $gt: ['$spent', '$budget'] } }, [{ spent: 2, budget: 1 }], [{ spent: 1, budget: 1 }]],
]

describe('a filter', () => {
  for (const [what, filter, yes, no] of cases) {
    it(`knows ${what}`, () => {
      const matches = compileFilter(filter)

      for (const doc of yes) expect(matches(doc), JSON.stringify(doc)).to.equal(true)
      for (const doc of no) expect(matches(doc), JSON.stringify(doc)).to.equal(false)
    })
  }

  const refused: [Doc, number][] = [
    [{ $where: 'true' }, 2],
    [{ $text: { $search: 'x' } }, 2],
    [{ a: { $near: [0, 0] } }, 2],
    [{ a: { $gt: 1, b: 2 } }, 2],
    [{ $or: [] }, 2],
    [{ a: { $in: 1 } }, 2],
    [{ a: { $type: 'int' } }, 238],
    [{ a: { $type: 'nonsense' } }, 2],
    [{ a: new BSONRegExp('a', 'x') }, 238],
    [{ a: new BSONRegExp('(?i)a') }, 51091],
    [{ $expr: { $function: {} } }, 168],
    [{ '__proto__.x': 1 }, 2],
  ]
  for (const [filter, code] of refused) {
    it(`refuses ${JSON.stringify(filter)} with ${code}`, () => {
      expect(() => compileFilter(filter))
        .to.throw()
        .with.property('code', code)
    })
  }
})
