import { expect } from 'chai'
import { resume } from '../../test/builders/resumes.js'
import { testStore } from '../../test/store.js'
import { testVault } from '../../test/vault.js'
import { applicationStore } from '../features/talent/index.js'
import { addressesOfImports } from './019-addresses-of-imports.js'

describe('applications that were imported before addresses were looked up', () => {
  it('are found by the address in them afterwards, and only they', async () => {
    const connection = await testStore()
    const vault = testVault(connection)
    const applications = applicationStore(connection, vault)
    await Promise.all([vault.ready(), applications.ready()])
    const usual = { orgId: 'o1', positionId: 'teller', appliedAt: new Date(0), holders: [], contentHash: 'h' }
    await applications.insertUnlessApplied({ ...usual, candidateId: 'known', source: 'import', resume: resume() })
    await applications.insertUnlessApplied({ ...usual, candidateId: 'own', source: 'mini-program', resume: resume() })
    const rows = connection.db!.collection('applications')
    await rows.updateMany({}, { $unset: { emailIndex: 1 } })
    expect(await applications.importedWithEmail('o1', 'wang@example.com')).to.deep.equal([])
    const run = () =>
      addressesOfImports.run({
        vault,
        firstSeals: {} as never,
        rows: (name) => connection.db!.collection(name),
        progress: () => {},
      })

    await run()
    const after = await rows.find().sort({ _id: 1 }).toArray()
    await run()

    expect(await applications.importedWithEmail('o1', 'Wang@Example.com')).to.deep.equal(['known'])
    expect(await rows.find().sort({ _id: 1 }).toArray()).to.deep.equal(after)
  })
})
