import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { candidateStore, type CandidateStore } from './candidate-store.js'

describe('finding candidates for staff', () => {
  let candidates: CandidateStore
  let phones = 0
  const add = async (name: string, orgId = 'o1') => {
    const phone = `138${String(phones++).padStart(8, '0')}`
    return (await candidates.insertUnlessKnown({
      orgId,
      owner: 'bank',
      phoneProved: true,
      name,
      phone,
      language: 'zh',
      createdAt: new Date(0),
    }))!
  }

  beforeEach(async () => {
    const connection = await testStore()
    candidates = candidateStore(connection, testVault(connection), randomBytes)
    await candidates.ready()
  })

  it('finds everybody of a name, whatever width, case or spacing, in this organisation only', async () => {
    const [one, other] = [await add('王小明'), await add('王小明')]
    await add('王小明', 'o2')
    const jane = await add('Jane Smith')

    expect((await candidates.findByName('o1', ' 王 小明')).map(({ id }) => id)).to.deep.equal([one.id, other.id])
    expect((await candidates.findByName('o1', 'ｊane smith')).map(({ id }) => id)).to.deep.equal([jane.id])
    expect(await candidates.findByName('o1', '王小')).to.deep.equal([])
  })

  it('opens many at once, and nobody of another organisation', async () => {
    const [mine, foreign] = [await add('王小明'), await add('韩梅梅', 'o2')]

    const found = await candidates.findManyWithIdentity('o1', [mine.id, foreign.id])

    expect([...found.values()].map(({ name }) => name)).to.deep.equal(['王小明'])
  })
})

describe('the short code of a candidate', () => {
  it('is another one when it was taken, also by somebody who comes at the same moment', async () => {
    const connection = await testStore()
    const drawn = [1, 1, 1, 1, 2, 3]
    const candidates = candidateStore(connection, testVault(connection), () => Buffer.alloc(4, drawn.shift() ?? 0))
    await candidates.ready()

    const three = await Promise.all(
      ['13800000001', '13800000002', '13800000003'].map((phone) =>
        candidates.insertUnlessKnown({
          orgId: 'o1',
          owner: 'bank',
          phoneProved: true,
          name: '王',
          phone,
          language: 'zh',
          createdAt: new Date(0),
        }),
      ),
    )

    expect(new Set(three.map((candidate) => candidate?.shortCode))).to.have.length(3)
    expect(three).to.not.include(undefined)
  })
})
