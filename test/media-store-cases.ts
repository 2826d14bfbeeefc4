/** What every media store has to keep to, wherever it keeps things. */
import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { maxObjectBytes, type MediaStore } from '../server/ports/media-store.js'
import { outcomeOf } from './outcome.js'

const wang = 'bank/wang'
const sealed = Buffer.from('sealed')
const leadsElsewhere = [
  ...['', '/etc/passwd', '../up', 'bank/../up', 'bank//1', 'bank/.', 'Bank/1', 'bank/1\0', 'bank/_x', 'bank/'],
]

export function keepsToTheMediaStore(store: () => MediaStore): void {
  it('gives back byte for byte what was put, and nothing where nobody put anything', async () => {
    const bytes = randomBytes(maxObjectBytes)
    await store().put(`${wang}/1/1`, bytes)

    expect(await store().get(`${wang}/1/1`)).to.deep.equal(bytes)
    expect(await store().get(`${wang}/1/2`)).to.equal(undefined)
  })

  it('takes the same twice as once, and of other bytes the last as a whole', async () => {
    await store().put(`${wang}/1/1`, sealed)
    await store().put(`${wang}/1/1`, sealed)
    expect(await store().get(`${wang}/1/1`)).to.deep.equal(sealed)

    const all = Array.from({ length: 12 }, (_, at) => Buffer.alloc(40_000, at))
    await Promise.all(all.map((bytes) => store().put(`${wang}/1/1`, bytes)))
    const found = (await store().get(`${wang}/1/1`))!
    expect(all.some((bytes) => bytes.equals(found))).to.equal(true)
  })

  it('removes by what keys begin with, between slashes only, and twice is once', async () => {
    for (const key of [`${wang}/1/1`, `${wang}/2/1`, 'bank/wang2/1/1', 'bank/one'])
      await store().put(key, Buffer.from(key))
    for (const prefix of [wang, wang, 'bank/one', 'bank/nobody']) await store().remove(prefix)

    for (const key of [`${wang}/1/1`, `${wang}/2/1`, 'bank/one']) expect(await store().get(key)).to.equal(undefined)
    expect(await store().get('bank/wang2/1/1')).to.deep.equal(Buffer.from('bank/wang2/1/1'))
  })

  for (const key of leadsElsewhere)
    it(`has no key that leads elsewhere: ${JSON.stringify(key)}`, async () => {
      const said = 'not a key of the media store'

      expect(await outcomeOf(store().put(key, sealed))).to.equal(said)
      expect(await outcomeOf(store().get(key))).to.equal(said)
      expect(await outcomeOf(store().remove(key))).to.equal(said)
    })

  it('refuses what is larger than a piece', async () => {
    expect(await outcomeOf(store().put('bank/1', Buffer.alloc(maxObjectBytes + 1)))).to.contain('too large')
  })

  it('keeps things whole while others remove beside them', async () => {
    const keys = Array.from({ length: 40 }, (_, at) => `${wang}/${at}/1`)
    await Promise.all(
      keys.map((key, at) => (at % 2 ? store().put(key, Buffer.from(key)) : store().remove(`${wang}/${at + 1}`))),
    )
    for (const key of keys) {
      const found = await store().get(key)
      if (found) expect(found.toString()).to.equal(key)
    }
  })
}
