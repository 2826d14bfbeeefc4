import { expect } from 'chai'
import { randomBytes } from 'node:crypto'
import { testStore } from '../../../test/store.js'
import { testVault } from '../../../test/vault.js'
import { applicationStore, candidateStore } from './index.js'
import { holdingAll } from './search-parts.js'

describe('looking for a part of a name or school', () => {
  for (const [collection, field] of [
    ['candidates', 'parts'],
    ['applications', 'schoolParts'],
  ] as const)
    it(`goes through the index of ${collection}, however many parts are sought`, async () => {
      const connection = await testStore()
      const vault = testVault(connection)
      const [applications, candidates] = [
        applicationStore(connection, vault),
        candidateStore(connection, vault, randomBytes),
      ]
      await Promise.all([vault.ready(), applications.ready(), candidates.ready()])

      for (const parts of [[1], [1, 2], [1, 2, 3]]) {
        const found = connection.collection(collection).find({ orgId: 'o1', ...holdingAll(field, parts) })
        const plan = JSON.stringify(await found.sort({ _id: -1 }).limit(10).explain())

        expect(plan).to.contain(`"orgId_1_${field}_1"`)
      }
    })
})
