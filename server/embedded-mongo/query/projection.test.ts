import { expect } from 'chai'
import { compileProjection } from './projection.js'

const doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, list: [{ c: 1, d: 2 }, 5, { c: 3 }] }
const project = (projection: unknown): unknown => compileProjection(projection)?.(doc)

describe('a projection', () => {
  it('keeps what it names, and the _id', () => {
    expect(project({ a: 1 })).to.deep.equal({ _id: 1, a: 1 })
    expect(project({ 'b.c': 1, _id: 0 })).to.deep.equal({ b: { c: 2 } })
    expect(project({ 'list.c': 1, _id: 0 })).to.deep.equal({ list: [{ c: 1 }, { c: 3 }] })
    expect(project({ 'a.x': 1 })).to.deep.equal({ _id: 1 })
    expect(project({ _id: 1 })).to.deep.equal({ _id: 1 })
  })

  it('drops what it names', () => {
    expect(project({ b: 0, list: 0 })).to.deep.equal({ _id: 1, a: 1 })
    expect(project({ 'b.d': 0, list: 0, _id: 0 })).to.deep.equal({ a: 1, b: { c: 2 } })
    expect(project({ _id: 0, b: 0, 'list.d': 0 })).to.deep.equal({ a: 1, list: [{ c: 1 }, 5, { c: 3 }] })
  })

  it('refuses to mix both, to collide, and what it does not compute', () => {
    expect(() => project({ a: 1, b: 0 }))
      .to.throw()
      .with.property('code', 31254)
    expect(() => project({ b: 1, 'b.c': 1 }))
      .to.throw()
      .with.property('code', 31249)
    expect(() => project({ list: { $slice: 1 } }))
      .to.throw()
      .with.property('code', 31325)
    expect(() => project({ x: '$a' }))
      .to.throw()
      .with.property('code', 238)
  })
})
