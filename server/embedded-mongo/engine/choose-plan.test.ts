import { expect } from 'chai'
import type { Doc } from '../doc.js'
import type { Collection } from './catalog.js'
import { planFind } from './choose-plan.js'
import { defineIndex } from './index-spec.js'

const collection: Collection = {
  id: 1,
  namespace: 'd.c',
  database: 'd',
  name: 'c',
  prefix: Buffer.from('d0001'),
  indexes: [
    defineIndex(2, { v: 2, key: { status: 1, _id: 1 }, name: 'status' }),
    defineIndex(3, { v: 2, key: { dueAt: 1 }, name: 'dueAt' }),
  ],
}
const planOf = (filter: Doc) => planFind(collection, filter, []).name

describe('the choice of an index, without a sort', () => {
  it('takes the one whose first field has a known value', () => expect(planOf({ status: 'queued' })).to.equal('status'))

  it('takes the one whose first field is bounded, from either side', () => {
    expect(planOf({ dueAt: { $lte: 5 } })).to.equal('dueAt')
    expect(planOf({ dueAt: { $gte: 5 } })).to.equal('dueAt')
  })

  it('takes none where the filter leaves first fields open', () =>
    expect(planOf({ status: { $exists: true } })).to.equal('all documents'))
})
