import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { testStore } from '../../test/store.js'
import { testVault } from '../../test/vault.js'
import { candidateStore } from '../features/talent/index.js'
import { namesInOneSpelling } from './017-names-in-one-spelling.js'

describe('names that were stored under their own spelling', () => {
  it('are found in any other afterwards, and are left alone the second time', async () => {
    const connection = await testStore()
    const vault = testVault(connection)
    const candidates = candidateStore(connection, vault, randomBytes)
    await Promise.all([vault.ready(), candidates.ready()])
    const person = { orgId: 'o1', owner: 'bank', language: 'zh', phoneProved: true, createdAt: new Date(0) } as const
    await candidates.insertUnlessKnown({ ...person, name: '阿依古丽•Ｍ 买买提', phone: '13800138000' })
    await candidates.insertUnlessKnown({ ...person, name: '王小明', phone: '13900139000' })
    const rows = connection.db!.collection('candidates')
    const before = vault.blindIndex('o1', 'name', '阿依古丽•m买买提')
    await rows.updateOne(
      { phoneIndex: vault.blindIndex('o1', 'phone', '13800138000') },
      { $set: { nameIndex: before } },
    )
    const run = () =>
      namesInOneSpelling.run({
        vault,
        firstSeals: {} as never,
        rows: (name) => connection.db!.collection(name),
        progress: () => {},
      })
    expect(await candidates.findByName('o1', '阿依古丽·M·买买提')).to.have.lengthOf(0)

    await run()
    const after = await rows.find().sort({ _id: 1 }).toArray()
    await run()

    expect(await candidates.findByName('o1', '阿依古丽·M·买买提')).to.have.lengthOf(1)
    expect(await candidates.findByName('o1', '王小明')).to.have.lengthOf(1)
    expect(await rows.find().sort({ _id: 1 }).toArray()).to.deep.equal(after)
  })
})
