import { Long } from 'bson'
import { expect } from 'chai'
import { copyOf, type Doc } from '../doc.js'
import { compileUpdate } from './apply-update.js'

interface Extra {
  filter?: Doc
  arrayFilters?: Doc[]
  inserting?: boolean
}

function apply(update: unknown, doc: Doc, { filter = {}, arrayFilters, inserting = false }: Extra = {}): Doc {
  return compileUpdate(update, filter, arrayFilters).apply(copyOf(doc), inserting)
}

const cases: [what: string, update: Doc, before: Doc, after: Doc, extra?: Extra][] = [
  [
    'sets, creating what is missing on the way',
    { $set: { 'a.b': 1, 'l.2': 'x' } },
    { l: ['p'] },
    { l: ['p', null, 'x'], a: { b: 1 } },
  ],
  [
    'unsets fields, and empties elements',
    { $unset: { a: 1, 'l.0': 1, 'no.way': 1 } },
    { a: 1, l: [1, 2] },
    { l: [null, 2] },
  ],
  ['sets on insert only when inserting', { $set: { a: 1 }, $setOnInsert: { b: 2 } }, {}, { a: 1 }],
  ['sets on insert', { $setOnInsert: { b: 2 } }, {}, { b: 2 }, { inserting: true }],
  ['increments', { $inc: { n: 2, 'm.k': -1 } }, { n: 1 }, { n: 3, m: { k: -1 } }],
  [
    'keeps the lesser and the greater',
    { $min: { a: 1, b: 9 }, $max: { c: 9, d: 1 } },
    { a: 5, b: 5, c: 5, d: 5 },
    { a: 1, b: 5, c: 9, d: 5 },
  ],
  ['compares across types', { $max: { a: 'x' } }, { a: 5 }, { a: 'x' }],
  ['pushes one', { $push: { l: [1] } }, {}, { l: [[1]] }],
  [
    'pushes many, sorted and cut',
    { $push: { l: { $each: [{ n: 3 }, { n: 1 }], $sort: { n: -1 }, $slice: 2 } } },
    { l: [{ n: 2 }] },
    { l: [{ n: 3 }, { n: 2 }] },
  ],
  ['pushes at a place', { $push: { l: { $each: [9], $position: -1 } } }, { l: [1, 2] }, { l: [1, 9, 2] }],
  ['adds to a set what is not there', { $addToSet: { l: { $each: [2, 3, 3] } } }, { l: [1, 2] }, { l: [1, 2, 3] }],
  ['pops', { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [1, 2] }, { a: [1], b: [2] }],
  [
    'pulls by value, by operator, by query',
    { $pull: { a: 1, b: { $gte: 2 }, c: { k: 1 } } },
    { a: [1, 2, 1], b: [1, 2, 3], c: [{ k: 1, x: 1 }, { k: 2 }] },
    { a: [2], b: [1], c: [{ k: 2 }] },
  ],
  ['pulls all', { $pullAll: { a: [1, 3] } }, { a: [1, 2, 3] }, { a: [2] }],
  [
    'changes the element the filter met',
    { $set: { 'l.$.done': true } },
    { l: [{ k: 1 }, { k: 2 }] },
    { l: [{ k: 1 }, { k: 2, done: true }] },
    { filter: { 'l.k': 2 } },
  ],
  [
    'means the element that meets both conditions of $elemMatch',
    { $set: { 'l.$.x': 1 } },
    {
      l: [
        { a: 1, b: 2 },
        { a: 1, b: 1 },
      ],
    },
    {
      l: [
        { a: 1, b: 2 },
        { a: 1, b: 1, x: 1 },
      ],
    },
    { filter: { l: { $elemMatch: { a: 1, b: 1 } } } },
  ],
  ['changes all elements', { $inc: { 'l.$[].n': 1 } }, { l: [{ n: 1 }, { n: 2 }] }, { l: [{ n: 2 }, { n: 3 }] }],
  [
    'changes the elements of an array filter',
    { $set: { 'l.$[e].hit': true } },
    { l: [{ n: 1 }, { n: 5 }] },
    { l: [{ n: 1 }, { n: 5, hit: true }] },
    { arrayFilters: [{ 'e.n': { $gt: 2 } }] },
  ],
  ['replaces, keeping the _id', { b: 2 }, { _id: 7, a: 1 }, { _id: 7, b: 2 }],
]

describe('an update', () => {
  for (const [what, update, before, after, extra] of cases) {
    it(what, () => {
      expect(apply(update, before, extra)).to.deep.equal(after)
    })
  }

  it('adds 64-bit integers exactly, and refuses to overflow them', () => {
    const big = Long.fromString('9007199254740993')

    expect(apply({ $inc: { n: 2 } }, { n: big }).n).to.deep.equal(Long.fromString('9007199254740995'))
    expect(() => apply({ $inc: { n: 1 } }, { n: Long.MAX_VALUE }))
      .to.throw()
      .with.property('code', 2)
  })

  const refused: [update: unknown, before: Doc, code: number, extra?: Extra][] = [
    [{ $inc: { a: 'x' } }, {}, 14],
    [{ $inc: { a: 1 } }, { a: 'x' }, 14],
    [{ $inc: { a: 1 } }, { a: null }, 14],
    [{ $push: { a: 1 } }, { a: 5 }, 2],
    [{ $addToSet: { a: 1 } }, { a: {} }, 2],
    [{ $set: { 'a.b': 1 } }, { a: 5 }, 28],
    [{ $set: { a: 1, 'a.b': 2 } }, {}, 40],
    [{ $set: { a: 1 }, $inc: { a: 1 } }, {}, 40],
    [{ $set: { 'a..b': 1 } }, {}, 56],
    [{ $set: { _id: 2 } }, { _id: 1 }, 66],
    [{ _id: 2 }, { _id: 1 }, 66],
    [{ $set: { '_id.part': 2 } }, { _id: { part: 1 } }, 66],
    [{ $rename: { a: 'b' } }, {}, 9],
    [{ $bit: { a: { and: 1 } } }, {}, 9],
    [{ $set: 5 }, {}, 9],
    [{ a: 1, $set: { b: 1 } }, {}, 52],
    [[{ $set: { a: 1 } }], {}, 238],
    [{ $set: { 'l.$.a': 1 } }, { l: [{}] }, 2],
    [{ $set: { 'l.$[x]': 1 } }, { l: [1] }, 2],
    [{ $set: { a: 1 } }, {}, 9, { arrayFilters: [{ x: 1 }] }],
    [{ $set: { '__proto__.polluted': 1 } }, {}, 2],
    [{ $set: { 'a.$[]': 1 } }, {}, 2],
  ]
  for (const [update, before, code, extra] of refused) {
    it(`refuses ${JSON.stringify(update)} on ${JSON.stringify(before)} with ${code}`, () => {
      expect(() => apply(update, before, extra))
        .to.throw()
        .with.property('code', code)
    })
  }

  it('leaves the prototype of everything alone', () => {
    expect(() => apply({ $set: { '__proto__.polluted': 1 } }, {})).to.throw()
    expect(({} as Doc).polluted).to.equal(undefined)
  })
})
